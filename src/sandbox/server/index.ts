/** One HTTP server for all look-alike platforms; faults are applied here, around each platform's own handler. */
import { setMaxListeners } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { control } from '../desk/control'
import { openDesk, type SandboxDesk } from '../desk'
import type { Site } from '../desk/site'
import type { Lookalike, SandboxAnswer, SandboxRequest } from '../contract'
import { withFault, type Ending } from './ending'
import { findMount, originOf } from './mounts'
import { readRequest } from './request'
import { send } from './send'

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
  /** Keys of each platform's application by their environment variables. */
  applications: Record<string, string>
  /** Where it listens. */
  host: string
  desk: SandboxDesk
  close(): Promise<void>
}

type Running = Site & { signal: AbortSignal }

export async function startSandbox({
  lookalikes,
  directory,
  port,
  host = '127.0.0.1',
  now,
}: SandboxSettings): Promise<Sandbox> {
  const desk = openDesk(directory, now ?? (() => new Date()))
  const stopping = new AbortController()
  // Every answer that a fault holds back listens to it.
  setMaxListeners(0, stopping.signal)
  const running = { lookalikes, desk, signal: stopping.signal }
  // A video of 2 GB may take longer than the five minutes that Node gives a request.
  const server = createServer({ requestTimeout: 0 }, (incoming, response) => {
    respond(running, incoming, response).catch((cause: unknown) => response.destroy(cause as Error))
  })
  await listen(server, port, host)
  const origin = originOf(host, (server.address() as AddressInfo).port)
  const mounts = lookalikes.flatMap((lookalike) => Object.entries(lookalike.mounts))
  return {
    origin,
    addresses: Object.fromEntries(mounts.map(([variable, path]) => [variable, origin + path])),
    applications: Object.assign({}, ...lookalikes.map(({ application }) => application)) as Record<string, string>,
    host,
    desk,
    close: async () => {
      desk.deliveries.stop()
      stopping.abort()
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

async function respond(running: Running, incoming: IncomingMessage, response: ServerResponse): Promise<void> {
  const request = await readRequest(incoming, running.desk.files.spool)
  try {
    const ending = await answer(running, request).catch((cause: unknown) => crashed(running.desk, request, cause))
    if (ending === 'silence') return
    if (ending === 'drop') incoming.socket.destroy()
    else await send(response, ending)
  } finally {
    if (request.spool) running.desk.files.spool.release(request.spool)
  }
}

async function answer(running: Running, request: SandboxRequest): Promise<Ending> {
  const own = request.isCut ? null : await control(running, request)
  if (own) return own
  const found = findMount(running.lookalikes, request.path)
  if (!found) return { status: 404, body: 'Không có nền tảng nào ở địa chỉ này.' }
  const { lookalike, mount } = found
  const inside = { ...request, path: request.path.slice(mount.length) || '/' }
  return request.isCut ? keepCut(running, lookalike, inside) : answerCall(running, lookalike, inside)
}

async function answerCall({ desk, signal }: Running, lookalike: Lookalike, request: SandboxRequest): Promise<Ending> {
  const call = lookalike.nameCall(request)
  noteCall(desk, lookalike.platform, call)
  const rule = desk.faults.take(lookalike.platform, call)
  return withFault({ rule, lookalike, signal }, () => lookalike.handle(request, desk))
}

/** Nobody hears the answer; what counts is what the platform keeps. */
async function keepCut({ desk }: Running, lookalike: Lookalike, request: SandboxRequest): Promise<Ending> {
  if (lookalike.cutCalls?.includes(lookalike.nameCall(request))) await lookalike.handle(request, desk)
  return 'drop'
}

/** The viewer offers every call it has seen for a fault. */
function noteCall(desk: SandboxDesk, platform: string, call: string): void {
  const id = `${platform}/${call}`
  if (!desk.records.get('sandbox.calls', id)) desk.records.put('sandbox.calls', id, { platform, call })
}

function crashed(desk: SandboxDesk, request: SandboxRequest, cause: unknown): SandboxAnswer {
  const text = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)
  desk.log({ platform: 'sandbox', call: 'crash', account: '', id: '', text, path: request.path })
  return { status: 500, body: text }
}
