/** Google's answers → the five kinds. Messages are translated and may hold HTML, so decisions rest on the reason. */
import { z } from 'zod'
import type { HttpAnswer } from '../../../platform/http/contract'
import { ChannelError, type Call } from '../../contract'
import { readJson, unrecognised } from '../../contract/exchange'
import { secondsToReset } from '../quota'
import { MEANINGS, type Meaning, NOT_TAKEN, RATE, RECONNECT, RIGHTS, SPENT } from './meanings'

const reasoned = z.object({ reason: z.string().nullish() })

const errorBody = z
  .object({
    error: z.object({
      message: z.string().nullish(),
      errors: z.array(reasoned).nullish(),
      details: z.array(reasoned).nullish(),
    }),
  })
  .transform(({ error: { message, errors, details } }) => ({
    message: message ?? '',
    reasons: [...(errors ?? []), ...(details ?? [])].flatMap(({ reason }) => reason ?? []),
  }))

type Circumstances = { irreversible: boolean; now: Date }

export function failureOf(answer: HttpAnswer, { irreversible, now }: Circumstances): ChannelError | null {
  if (isSuccess(answer)) return null
  const { reasons, message } = errorBody.safeParse(readJson(answer.text)).data ?? { reasons: [], message: '' }
  const [told = `http-${answer.status}`] = reasons
  const code = reasons.find((reason) => MEANINGS[reason]) ?? told
  const details = { code, httpStatus: answer.status }
  const meaning = isUploadBucket(answer, message) ? SPENT : (MEANINGS[code] ?? byStatus(answer.status))
  if (!meaning) return unrecognised(irreversible, details)
  return new ChannelError(meaning.kind, meaning.message, { ...details, ...waitOf(meaning, { answer, now }) })
}

/** The same; what nobody has listed is left in the log for a person, without the body, which may repeat a secret. */
export function decideFailure(call: Call, irreversible: boolean): (answer: HttpAnswer) => ChannelError | null {
  return (answer) => {
    const failure = failureOf(answer, { irreversible, now: call.now() })
    if (failure?.kind === 'outcome-unknown' || failure?.kind === 'unavailable') {
      call.log.warn({ code: failure.code, status: answer.status, irreversible }, 'unlisted answer of the platform')
    }
    return failure
  }
}

export function isSuccess({ status }: HttpAnswer): boolean {
  return status >= 200 && status < 300
}

/** An answer without a listed reason; what is not decided here may or may not have had an effect. */
function byStatus(status: number): Meaning | undefined {
  if (status === 401) return RECONNECT
  if (status === 403) return RIGHTS
  if (status === 429) return RATE
  return status === 400 ? NOT_TAKEN : undefined
}

/**
 * The one decision by text: the empty bucket of the day has the status and the reason of a short limit, and one captured
 * answer lacks the word RESOURCE_EXHAUSTED, so that only the name of the quota metric tells them apart.
 */
function isUploadBucket(answer: HttpAnswer, message: string): boolean {
  return answer.status === 429 && /quota metric 'Video Uploads'|'Video Uploads per day'/.test(message)
}

function waitOf({ wait }: Meaning, { answer, now }: { answer: HttpAnswer; now: Date }): { retryAfter?: number } {
  if (wait === undefined) return {}
  if (wait === 'reset') return { retryAfter: secondsToReset(now) }
  return { retryAfter: Math.max(1, Number.parseInt(answer.headers.get('retry-after') ?? '', 10) || wait) }
}
