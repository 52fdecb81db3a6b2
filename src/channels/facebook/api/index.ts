/** Calls of the Graph API. The token travels in a header, so that no address ever holds it. */
import { createHmac } from 'node:crypto'
import type { ZodType } from 'zod'
import type { HttpAnswer, HttpRequest } from '../../../platform/http/contract'
import type { Call } from '../../contract'
import { exchange } from '../../contract/exchange'
import { failureOf } from '../failures'
import { API_VERSION } from '../limits'
import { credentials } from '../options'
import { toMultipart, type Upload } from './multipart'
import { restUntil } from './usage'

/** Long enough for one piece of a film over a poor line. */
const UPLOAD_TIMEOUT = 600_000

export type Question<Answer> = {
  method: HttpRequest['method']
  path: string
  query?: Record<string, string>
  body?: Upload | Record<string, unknown>
  /** The films' bytes go to a host of their own. */
  host?: 'graph' | 'video'
  /** Instead of the Page's own; null where the parameters say who asks. */
  token?: string | null
  irreversible?: boolean
  /** An error that is an answer to this question, and of the schema. */
  isAnswer?(answer: HttpAnswer): boolean
  schema: ZodType<Answer>
}

export function ask<Answer>(call: Call, question: Question<Answer>): Promise<Answer> {
  const irreversible = question.irreversible ?? false
  const report = (fields: Record<string, unknown>) =>
    call.log.error({ ...fields, path: question.path }, 'Facebook gave an error that nobody has listed')
  return withRest(call, (watched) =>
    exchange(watched, {
      request: toRequest(call, question),
      irreversible,
      schema: question.schema,
      failure: (answer) => (question.isAnswer?.(answer) ? null : failureOf(answer, { irreversible, report })),
    }),
  )
}

/** Slows the channel down before its budget is spent, whatever the answer was. */
export async function withRest<Answer>(call: Call, work: (watched: Call) => Promise<Answer>): Promise<Answer> {
  const seen: Headers[] = []
  const http: Call['http'] = async (request) => {
    const answer = await call.http(request)
    seen.push(answer.headers)
    return answer
  }
  try {
    return await work({ ...call, http })
  } finally {
    for (const headers of seen) {
      tellOtherVersion(call, headers)
      await rest(call, headers)
    }
  }
}

/** A version that has ended is said to be served by the oldest one that lives, which answers in its own way. */
function tellOtherVersion(call: Call, headers: Headers): void {
  const served = headers.get('facebook-api-version')
  if (served && served !== API_VERSION)
    call.log.warn({ served, asked: API_VERSION }, 'Facebook answered in another version than was asked for')
}

/** An answer in hand is worth more than a rest that could not be written down. */
async function rest(call: Call, headers: Headers): Promise<void> {
  const until = restUntil(headers, call.now())
  if (!until) return
  try {
    await call.ease(until)
  } catch (cause) {
    call.log.warn({ err: cause }, 'could not slow the channel down')
  }
}

function toRequest(call: Call, question: Question<unknown>): HttpRequest {
  const { method, path, host = 'graph' } = question
  const token = question.token === undefined ? readCredentials(call).pageToken : question.token
  const query = new URLSearchParams({ ...question.query, ...(token ? proofOf(call, token) : {}) })
  const url = `${call.addresses[host]}/${API_VERSION}/${path}${query.size === 0 ? '' : `?${query}`}`
  const { headers, ...rest } = toBody(question.body)
  return { method, url, headers: { ...headers, ...(token ? { authorization: `Bearer ${token}` } : {}) }, ...rest }
}

function toBody(body: Question<unknown>['body']): Pick<HttpRequest, 'headers' | 'body' | 'timeout'> {
  if (!body) return {}
  if (isUpload(body)) return { ...toMultipart(body), timeout: UPLOAD_TIMEOUT }
  return { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
}

function isUpload(body: NonNullable<Question<unknown>['body']>): body is Upload {
  return 'file' in body && 'fields' in body
}

/** Proves that the secret of the application is known to whoever uses the token. */
function proofOf(call: Call, token: string): Record<string, string> {
  const { appSecret } = readCredentials(call)
  return appSecret ? { appsecret_proof: createHmac('sha256', appSecret).update(token).digest('hex') } : {}
}

/** While a channel is being connected there are only the application's keys. */
function readCredentials(call: Call) {
  return credentials.partial().parse(call.credentials)
}
