/** A file that is refused, or that could not be kept. `code` is stable; `message` is for the person who uploaded it. */
export class MediaError extends Error {
  override readonly name = 'MediaError'
  readonly code: MediaErrorCode
  /** The HTTP status that an interface answers with. */
  readonly status: number

  constructor(code: MediaErrorCode, message: string, { status, cause }: { status: number; cause?: unknown }) {
    super(message, { cause })
    this.code = code
    this.status = status
  }
}

export type MediaErrorCode =
  | 'media_broken'
  | 'media_disguised'
  | 'media_type_not_allowed'
  | 'media_too_large'
  | 'media_missing'
  | 'disk_full'
