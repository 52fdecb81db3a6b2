/** Zalo answers HTTP 200 with a negative `error`; the number decides. What each means stands in `meanings.ts`. */
import { z } from 'zod'
import type { HttpAnswer } from '../../platform/http/contract'
import { ChannelError } from '../contract'
import { readJson, unrecognised } from '../contract/exchange'
import { AMBIGUOUS, MEANINGS, type Meaning } from './meanings'

const envelope = z.object({ error: z.number(), message: z.string().nullish(), error_name: z.string().nullish() })
type Envelope = z.infer<typeof envelope>

/** The failure that an answer stands for, or null; `irreversible` as in the contract's `exchange`. */
export function failureOf(answer: HttpAnswer, irreversible: boolean): ChannelError | null {
  const error = readError(answer)
  if (error) return describe(error, answer, irreversible)
  return isSuccess(answer) ? null : ofGateway(answer, irreversible)
}

function describe(error: Envelope, answer: HttpAnswer, irreversible: boolean): ChannelError {
  const details = { code: String(error.error), httpStatus: answer.status }
  const meaning = meaningOf(error)
  if (!meaning) return unrecognised(irreversible, details)
  const { kind, message, ...rest } = meaning
  return new ChannelError(kind, message, { ...details, ...rest })
}

/** What a person has to look up: an answer that stands in no table. Null for everything that is understood. */
export function unlisted(answer: HttpAnswer): { code: string; said: string } | null {
  const error = readError(answer)
  if (error)
    return meaningOf(error) ? null : { code: String(error.error), said: error.message || error.error_name || '' }
  return isSuccess(answer) || answer.status === 429 ? null : { code: `http-${answer.status}`, said: '' }
}

function isSuccess({ status }: HttpAnswer): boolean {
  return status >= 200 && status < 300
}

function readError(answer: HttpAnswer): Envelope | null {
  const parsed = envelope.safeParse(readJson(answer.text))
  return parsed.success && parsed.data.error !== 0 ? parsed.data : null
}

function meaningOf(error: Envelope): Meaning | undefined {
  return byMessage(error) ?? MEANINGS[String(error.error)]
}

/**
 * The only place where words decide, because two codes have two meanings each: -223 (the API is not granted, or the
 * article quota is used up) and -32 (the limit of the application, or of the OA).
 */
function byMessage({ error, message }: Envelope): Meaning | undefined {
  const said = message ?? ''
  if (error === -223) return /quota|limit|hạn mức/i.test(said) ? AMBIGUOUS.articleQuota : AMBIGUOUS.notGranted
  if (error === -32) return /\bapp|ứng dụng/i.test(said) ? AMBIGUOUS.applicationLimit : AMBIGUOUS.accountLimit
  return undefined
}

/** A gateway in front of Zalo: 429 never reached it, everything else may have. */
function ofGateway({ status }: HttpAnswer, irreversible: boolean): ChannelError {
  const details = { code: `http-${status}`, httpStatus: status }
  if (status !== 429) return unrecognised(irreversible, details)
  return new ChannelError('throttled', AMBIGUOUS.accountLimit.message, { ...details, retryAfter: 60 })
}
