import { Readable } from 'node:stream'
import type { ReadableStream as NodeStream } from 'node:stream/web'
import { Agent, type Dispatcher, fetch, FormData as OwnFormData, request as send, type RequestInit } from 'undici'
import { HttpFailure, type Http, type HttpAnswer, type HttpRequest } from './contract'
import { lastLook } from './last-look'

const DEFAULT_TIMEOUT = 30_000

/**
 * Our own dispatcher and its own `fetch`: another package may set a global one of another version, under which Node's
 * `fetch` fails on bodies with a content-length (measured with Payload 3.90 on Node 20.20).
 */
const dispatcher = new Agent({ connect: { timeout: 10_000 } })

/** Codes that undici and the system give before any byte has left: nothing can have arrived. */
const NEVER_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'ERR_INVALID_URL',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_INVALID_ARG',
])

/** `fetch` without surprises: no redirect followed, no retry, one time limit over the whole exchange. */
export const http: Http = async (request) => {
  const limit = AbortSignal.timeout(request.timeout ?? DEFAULT_TIMEOUT)
  const signal = request.signal ? AbortSignal.any([request.signal, limit]) : limit
  try {
    if (request.body instanceof ReadableStream) return await stream(request, { body: request.body, signal })
    const response = await fetch(request.url, { ...options(request), signal })
    return { status: response.status, headers: response.headers as unknown as Headers, text: await response.text() }
  } catch (cause) {
    throw describe(cause, { timedOut: limit.aborted, stopped: request.signal?.aborted ?? false })
  }
}

/**
 * Not with `fetch`: it clones every request whose redirects are not errors, and the clone keeps a whole streamed body in
 * memory (measured with undici 7.29: 500 MB sent, 500 MB held).
 */
async function stream(
  { method, url, headers = {}, mayGo }: HttpRequest,
  { body, signal }: { body: ReadableStream<Uint8Array>; signal: AbortSignal },
): Promise<HttpAnswer> {
  const source = Readable.fromWeb(body as NodeStream<Uint8Array>)
  const answer = await send(url, { method, headers, body: source, dispatcher: through(mayGo), signal })
  const pairs = Object.entries(answer.headers).flatMap(([name, value]) =>
    [value ?? []].flat().map((one): [string, string] => [name, one]),
  )
  return { status: answer.statusCode, headers: new Headers(pairs), text: await answer.body.text() }
}

function through(mayGo: HttpRequest['mayGo']): Dispatcher {
  return mayGo ? dispatcher.compose(lastLook(mayGo)) : dispatcher
}

function options({ method, headers = {}, body, mayGo }: HttpRequest): RequestInit {
  const common: RequestInit = { method, redirect: 'manual', dispatcher: through(mayGo) }
  return { ...common, headers: withoutLength(headers), body: body instanceof FormData ? ownForm(body) : (body ?? null) }
}

/** The length of a body in memory is counted by fetch itself; given twice, it is refused. */
function withoutLength(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => name.toLowerCase() !== 'content-length'))
}

/** undici knows only its own class of form. */
function ownForm(form: FormData): OwnFormData {
  const own = new OwnFormData()
  for (const [name, value] of form) {
    if (typeof value === 'string') own.append(name, value)
    else own.append(name, value, value.name)
  }
  return own
}

function describe(cause: unknown, ended: { timedOut: boolean; stopped: boolean }): HttpFailure {
  const refused = failureIn(cause)
  if (refused) return refused
  if (ended.stopped) return new HttpFailure('stopped by the caller', { mayHaveArrived: true, code: 'aborted', cause })
  if (ended.timedOut) return new HttpFailure('no answer in time', { mayHaveArrived: true, code: 'timeout', cause })
  const code = systemCode(cause)
  return new HttpFailure(`no answer (${code})`, { mayHaveArrived: !NEVER_SENT.has(code), code, cause })
}

/** Our own last look refused it; fetch wraps what it is told. */
function failureIn(cause: unknown): HttpFailure | null {
  if (cause instanceof HttpFailure) return cause
  return cause instanceof Error ? failureIn(cause.cause) : null
}

/** fetch wraps the system's error one or two levels deep; several addresses of one host come as an AggregateError. */
function systemCode(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  if ('code' in error && typeof error.code === 'string') return error.code
  return error.cause === undefined ? 'unknown' : systemCode(error.cause)
}
