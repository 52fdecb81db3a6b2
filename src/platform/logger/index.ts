import pino from 'pino'
import { environment } from '../env'

/** Where a secret could hide, at any of the depths at which we log. */
const secrets = [
  'credentials',
  'token',
  'accessToken',
  'refreshToken',
  'pageToken',
  'appSecret',
  'clientSecret',
  'authorization',
  'password',
]

export const logger = pino({
  level: environment().LOG_LEVEL,
  redact: { paths: secrets.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '[ẩn]' },
})
