/** One HTTP server for all look-alike platforms; faults are applied here, around each platform's own handler. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { control } from './desk/control'
import { openDesk, type SandboxDesk } from './desk'
import type { Site } from './desk/site'
import type { Fault, Lookalike, SandboxAnswer, SandboxRequest } from './contract'

export type SandboxSettings = {
  lookalikes: readonly Lookalike[]
  /** Where records, log and files live; made when missing. */
  directory: string
  /** 0 takes a free one. */
  port: number
  host?: string
  now?: () => Date
}

export type Sandbox = {
  origin: string
  /** Base address of each platform by its environment variable. */
  addresses: Record<string, string>
  desk: SandboxDesk
  close(): Promise<void>
}

/** What the socket sees: an answer, a cut, or nothing at all. */
type Ending = SandboxAnswer | 'drop' | 'silence'

export async function startSandbox({
  lookalikes,
  directory,
  port,
  host = '127.0.0.1',
  now,
}: SandboxSettings): Promise<Sandbox> {
  const desk = openDesk(directory, now ?? (() => new Date()))
  const server = createServer((incoming, response) => {
    respond({ lookalikes, desk }, incoming, response).catch((cause: unknown) => response.destroy(cause as Error))
  })
  await listen(server, port, host)
  const origin = `http://${host}:${(server.address() as AddressInfo).port}`
  const mounts = lookalikes.flatMap((lookalike) => Object.entries(lookalike.mounts))
  return {
    origin,
    addresses: Object.fromEntries(mounts.map(([variable, path]) => [variable, origin + path])),
    desk,
    close: async () => {
      desk.deliveries.stop()
      await stop(server)
    },
  }
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => resolve())
  })
}

/** Calls that hang by a fault are cut, or the process would never end. */
function stop(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((failure) => (failure ? reject(failure) : resolve()))
    server.closeAllConnections()
  })
}

async function respond(site: Site, incoming: IncomingMessage, response: ServerResponse): Promise<void> {
  const request = await read(incoming)
  const ending = await answer(site, request).catch((cause: unknown) => crashed(site.desk, request, cause))
  if (ending === 'silence') return
  if (ending === 'drop') incoming.socket.destroy()
  else send(response, ending)
}

async function answer({ lookalikes, desk }: Site, request: SandboxRequest): Promise<Ending> {
  const own = await control({ lookalikes, desk }, request)
  if (own) return own
  const found = findMount(lookalikes, request.path)
  if (!found) return { status: 404, body: 'Không có nền tảng nào ở địa chỉ này.' }
  const inside = { ...request, path: request.path.slice(found.mount.length) || '/' }
  const call = found.lookalike.nameCall(inside)
  noteCall(desk, found.lookalike.platform, call)
  const fault = desk.faults.take(found.lookalike.platform, call)
  return withFault(fault, found.lookalike, () => found.lookalike.handle(inside, desk))
}

/** The viewer offers every call it has seen for a fault. */
function noteCall(desk: SandboxDesk, platform: string, call: string): void {
  const id = `${platform}/${call}`
  if (!desk.records.get('sandbox.calls', id)) desk.records.put('sandbox.calls', id, { platform, call })
}

/** The longest mount that the path starts with, by whole segments; the empty mount takes what nothing else took. */
function findMount(lookalikes: readonly Lookalike[], path: string): { lookalike: Lookalike; mount: string } | null {
  const candidates = lookalikes
    .flatMap((lookalike) => Object.values(lookalike.mounts).map((mount) => ({ lookalike, mount })))
    .filter(({ mount }) => mount === '' || path === mount || path.startsWith(`${mount}/`))
    .toSorted((one, other) => other.mount.length - one.mount.length)
  return candidates[0] ?? null
}

async function withFault(
  fault: Fault | null,
  lookalike: Lookalike,
  handle: () => Promise<SandboxAnswer>,
): Promise<Ending> {
  if (fault === null) return handle()
  const before = insteadOfAccepting(lookalike)[fault]
  if (before) return before
  await handle()
  return afterAccepting[fault] ?? 'drop'
}

function insteadOfAccepting(lookalike: Lookalike): Partial<Record<Fault, Ending>> {
  return {
    unavailable: { status: 503, body: 'Service Unavailable' },
    hang: 'silence',
    throttle: lookalike.throttled(),
    'token-dead': lookalike.tokenDead(),
  }
}

const afterAccepting: Partial<Record<Fault, Ending>> = {
  'accept-then-drop': 'drop',
  'accept-then-hang': 'silence',
  'error-after-accept': { status: 500, body: 'Internal Server Error' },
  garbage: { status: 200, headers: { 'content-type': 'text/html' }, body: '<html><body>Gateway</body></html>' },
}

function crashed(desk: SandboxDesk, request: SandboxRequest, cause: unknown): SandboxAnswer {
  const text = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)
  desk.log({ platform: 'sandbox', call: 'crash', account: '', id: '', text, path: request.path })
  return { status: 500, body: text }
}

async function read(incoming: IncomingMessage): Promise<SandboxRequest> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk as Buffer)
  const origin = `http://${incoming.headers.host ?? '127.0.0.1'}`
  const url = new URL(incoming.url ?? '/', origin)
  const headers = Object.entries(incoming.headers).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.join(', ') : (value ?? ''),
  ])
  return {
    method: incoming.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    headers: Object.fromEntries(headers) as Record<string, string>,
    body: Buffer.concat(chunks),
    spool: null,
    origin,
  }
}

function send(response: ServerResponse, { status, headers, body }: SandboxAnswer): void {
  const plain = body === undefined || typeof body === 'string' || body instanceof Uint8Array
  const type = plain ? 'text/plain; charset=utf-8' : 'application/json; charset=utf-8'
  response.writeHead(status, { 'content-type': type, ...headers })
  response.end(plain ? (body ?? '') : JSON.stringify(body))
}
