/** Zalo works on tokens for seconds to minutes: a few looks now, then the post waits by itself. */
import { setTimeout } from 'node:timers/promises'
import { ChannelError, type Call } from '../../contract'
import { verify } from '../api/articles'
import { limits, LOOK_AGAIN_SECONDS, VERIFY_WAITS_MS } from '../limits'
import { STILL_PROCESSING } from '../meanings'

/** What `look` found, or null when Zalo is still at work after all waits or the process has to stop. */
export async function lookPatiently<Found>(call: Call, look: () => Promise<Found | null>): Promise<Found | null> {
  for (const wait of [0, ...VERIFY_WAITS_MS]) {
    await pause(wait, call.signal)
    if (call.signal.aborted) return null
    const found = await look()
    if (found !== null) return found
  }
  return null
}

/** Ends early when the call is stopped. */
async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  if (milliseconds > 0) await setTimeout(milliseconds, undefined, { signal }).catch(() => undefined)
}

export function verifyPatiently(call: Call, token: string): Promise<string | null> {
  return lookPatiently(call, () => verifyOnce(call, token))
}

export async function verifyOnce(call: Call, token: string): Promise<string | null> {
  return verify(call, token).catch(stillProcessing)
}

/** -214 is no failure; everything else is. */
export function stillProcessing(error: unknown): null {
  if (error instanceof ChannelError && error.code === STILL_PROCESSING) return null
  throw error
}

/** Longer than Zalo may take: nobody waits on, and the next attempt begins anew. */
export function isTooLong(call: Call, since: Date): boolean {
  return call.now().getTime() - since.getTime() > limits.processingSeconds * 1000
}

/** Only this post waits; however often, it is no failed try. */
export function notYet(what: string): ChannelError {
  return new ChannelError('throttled', `Zalo đang xử lý ${what}; hệ thống sẽ tự làm tiếp sau ít giây.`, {
    code: STILL_PROCESSING,
    retryAfter: LOOK_AGAIN_SECONDS,
    scope: 'post',
  })
}

export function tookTooLong(what: string): ChannelError {
  const minutes = limits.processingSeconds / 60
  return new ChannelError(
    'rejected',
    `Zalo xử lý ${what} quá ${minutes} phút mà chưa xong; hãy xem trên trang quản lý OA rồi đăng lại.`,
    { code: 'processing-too-long' },
  )
}
