/** The one way out of the process. Never retries, never follows a redirect, always ends in time. */
export type HttpRequest = {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  url: string
  headers?: Record<string, string>
  /** A stream is sent with `duplex: 'half'`; give `content-length` with it. */
  body?: string | Uint8Array | FormData | URLSearchParams | ReadableStream<Uint8Array>
  signal?: AbortSignal
  /** Milliseconds for the whole exchange; 30,000 when left out. */
  timeout?: number
  /**
   * Asked when the connection stands and the first byte is about to leave: a process that stood still while it connected
   * may have lost its right to send. On false nothing is sent, and the failure's code is `not-allowed`.
   */
  mayGo?(): boolean
}

export type HttpAnswer = {
  status: number
  headers: Headers
  /** The whole body as text. */
  text: string
}

/** @throws HttpFailure when no complete answer came. */
export type Http = (request: HttpRequest) => Promise<HttpAnswer>

export class HttpFailure extends Error {
  override readonly name = 'HttpFailure'
  /** False only when it is proven that not one byte of the request reached the other side. */
  readonly mayHaveArrived: boolean
  /** `timeout`, `aborted`, or the system's code such as `ECONNREFUSED`. */
  readonly code: string

  constructor(message: string, details: { mayHaveArrived: boolean; code: string; cause?: unknown }) {
    super(message, { cause: details.cause })
    this.mayHaveArrived = details.mayHaveArrived
    this.code = details.code
  }
}
