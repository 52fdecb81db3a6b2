/**
 * One request to a platform, with the failure decided where the answer is seen. Drivers use it for every call, so that
 * the rule "unrecognised after a mutation is unknown, before one is unavailable" stands in one place.
 */
import { HttpFailure, type HttpAnswer, type HttpRequest } from '../../platform/http/contract'
import type { ZodType } from 'zod'
import type { Call } from './call'
import { ChannelError } from './errors'

export type Exchange<Answer> = {
  request: HttpRequest
  /** True for a request that may change something on the platform in a way that cannot be taken back. */
  irreversible: boolean
  /** Minimal and nullish: only what the driver reads. */
  schema: ZodType<Answer>
  /** Looks at status and body and returns the failure it stands for, or null when it is an answer to parse. */
  failure(answer: HttpAnswer): ChannelError | null
}

/** @throws ChannelError always of a kind that says whether the request may have had an effect. */
export async function exchange<Answer>(
  call: Call,
  { request, irreversible, schema, failure }: Exchange<Answer>,
): Promise<Answer> {
  const answer = await send(call, request, irreversible)
  const failed = failure(answer)
  if (failed) throw failed
  const parsed = schema.safeParse(readJson(answer.text))
  if (!parsed.success)
    throw unrecognised(irreversible, { code: 'unreadable-answer', httpStatus: answer.status, cause: parsed.error })
  return parsed.data
}

/** The answer itself, for a request whose status and headers say it all (an upload session). */
export async function send(call: Call, request: HttpRequest, irreversible: boolean): Promise<HttpAnswer> {
  try {
    return await call.http({ ...request, signal: call.signal })
  } catch (cause) {
    if (!(cause instanceof HttpFailure)) throw cause
    throw unrecognised(irreversible && cause.mayHaveArrived, { code: cause.code, cause })
  }
}

/** The failure for an answer nobody has listed: what it means depends only on whether it may have had an effect. */
export function unrecognised(
  mayHaveHappened: boolean,
  details: { code: string; httpStatus?: number; cause?: unknown },
): ChannelError {
  return mayHaveHappened
    ? new ChannelError(
        'outcome-unknown',
        'Đã gửi nhưng nền tảng không trả lời rõ ràng; hệ thống sẽ tự kiểm tra bài đã lên hay chưa.',
        details,
      )
    : new ChannelError('unavailable', 'Nền tảng tạm thời không phản hồi; hệ thống sẽ tự gửi lại.', details)
}

/** The body as JSON, or null when it is none (a gateway's HTML page, a cut answer). */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
