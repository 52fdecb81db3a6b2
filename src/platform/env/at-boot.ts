/** Imported first by every process: tells all problems of the environment at once, in words, and ends with 1. */
import { ConfigurationError } from '../errors'
import { environment } from '.'

try {
  environment()
} catch (cause) {
  if (!(cause instanceof ConfigurationError)) throw cause
  process.stderr.write(`${cause.message}\n`)
  process.exit(1)
}
