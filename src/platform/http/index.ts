import { HttpFailure, type Http, type HttpRequest } from './contract'

const DEFAULT_TIMEOUT = 30_000

/** Codes that undici and the system give before any byte has left: nothing can have arrived. */
const NEVER_SENT = new Set(['ECONNREFUSED', 'ERR_INVALID_URL', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH', 'UND_ERR_CONNECT_TIMEOUT'])

/** `fetch` without surprises: no redirect followed, no retry, one time limit over the whole exchange. */
export const http: Http = async (request) => {
  const limit = AbortSignal.timeout(request.timeout ?? DEFAULT_TIMEOUT)
  const signal = request.signal ? AbortSignal.any([request.signal, limit]) : limit
  try {
    const response = await fetch(request.url, { ...options(request), signal })
    return { status: response.status, headers: response.headers, text: await response.text() }
  } catch (cause) {
    throw describe(cause, { timedOut: limit.aborted, stopped: request.signal?.aborted ?? false })
  }
}

function options(request: HttpRequest): RequestInit & { duplex?: 'half' } {
  const streamed = request.body instanceof ReadableStream
  return {
    method: request.method,
    headers: request.headers ?? {},
    body: (request.body ?? null) as BodyInit | null,
    redirect: 'manual',
    ...(streamed ? { duplex: 'half' as const } : {}),
  }
}

function describe(cause: unknown, ended: { timedOut: boolean; stopped: boolean }): HttpFailure {
  if (ended.stopped) return new HttpFailure('stopped by the caller', { mayHaveArrived: true, code: 'aborted', cause })
  if (ended.timedOut) return new HttpFailure('no answer in time', { mayHaveArrived: true, code: 'timeout', cause })
  const code = systemCode(cause)
  return new HttpFailure(`no answer (${code})`, { mayHaveArrived: !NEVER_SENT.has(code), code, cause })
}

/** fetch wraps the system's error one or two levels deep; several addresses of one host come as an AggregateError. */
function systemCode(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  if ('code' in error && typeof error.code === 'string') return error.code
  return error.cause === undefined ? 'unknown' : systemCode(error.cause)
}
