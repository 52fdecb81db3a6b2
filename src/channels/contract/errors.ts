/** The five kinds of failure and the decision each carries; see design.md section 6. */
export type FailureKind = 'rejected' | 'unauthorized' | 'throttled' | 'unavailable' | 'outcome-unknown'

type Details = {
  /** Stable: the platform's own numeric code as text, with its subcode (`190/463`), or ours (`timeout`). */
  code: string
  /** Seconds; only for `throttled`. */
  retryAfter?: number
  /** Of `throttled`: `post` when only this post has to wait (a night ban), otherwise the whole channel does. */
  scope?: 'channel' | 'post'
  httpStatus?: number
  cause?: unknown
}

export class ChannelError extends Error {
  override readonly name = 'ChannelError'
  readonly kind: FailureKind
  readonly code: string
  readonly retryAfter: number | null
  readonly scope: 'channel' | 'post'
  readonly httpStatus: number | null

  /** `message` is one Vietnamese sentence for the editor: what happened and what to do. Never holds a secret. */
  constructor(kind: FailureKind, message: string, details: Details) {
    super(message, { cause: details.cause })
    this.kind = kind
    this.code = details.code
    this.retryAfter = details.retryAfter ?? null
    this.scope = details.scope ?? 'channel'
    this.httpStatus = details.httpStatus ?? null
  }
}
