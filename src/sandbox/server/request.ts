/** Reads what comes in: small bodies into memory, large ones into the spool. */
import type { IncomingMessage } from 'node:http'
import { fill } from '../body/bucket'
import type { Spool } from '../desk/files/spool'
import type { SandboxRequest } from '../contract'

export async function readRequest(incoming: IncomingMessage, spool: Spool): Promise<SandboxRequest> {
  const origin = `http://${incoming.headers.host ?? '127.0.0.1'}`
  const url = new URL(incoming.url ?? '/', origin)
  const headers = Object.entries(incoming.headers).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.join(', ') : (value ?? ''),
  ])
  const { bytes, path } = await fill(untilCut(incoming), spool.open)
  return {
    method: incoming.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    headers: Object.fromEntries(headers) as Record<string, string>,
    body: bytes,
    spool: path,
    ...(incoming.complete ? {} : { isCut: true }),
    origin,
  }
}

/** A line that is cut ends the body; that it was cut is seen by the request not being complete. */
async function* untilCut(incoming: IncomingMessage): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of incoming) yield chunk as Buffer
  } catch (cause) {
    if (incoming.complete) throw cause
  }
}
