/** The real route of the webhooks on a bare HTTP server: what Next would do with it, and nothing more. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type RunningWebhooks = {
  origin: string
  /** Status of every answer, oldest first. */
  answers: number[]
  post(path: string, body: string | Uint8Array, headers?: Record<string, string>): Promise<Response>
  get(path: string): Promise<Response>
  close(): Promise<void>
}

/** The route is imported with the first request: by then the environment has to be set. */
export async function runWebhooks(): Promise<RunningWebhooks> {
  const answers: number[] = []
  const server = createServer((incoming, outgoing) => void serve(incoming, outgoing).then((code) => answers.push(code)))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const at = (path: string) => `${origin}/api/webhooks/${path}`
  return {
    origin,
    answers,
    post: (path, body, headers = {}) => fetch(at(path), { method: 'POST', body: Buffer.from(body as string), headers }),
    get: (path) => fetch(at(path)),
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function serve(incoming: IncomingMessage, outgoing: ServerResponse): Promise<number> {
  const { method = 'GET', url = '/' } = incoming
  const route = await import('@/app/api/webhooks/[platform]/[[...channel]]/route')
  const [, , , platform = '', ...channel] = (url.split('?')[0] ?? '').split('/')
  const body = method === 'POST' ? { body: streamOf(incoming), duplex: 'half' } : {}
  const request = new Request(`http://127.0.0.1${url}`, {
    method,
    headers: headersOf(incoming),
    ...body,
  } as RequestInit)
  const answer = await route[method === 'GET' ? 'GET' : 'POST'](request, {
    params: Promise.resolve({ platform, channel }),
  })
  // What was not read to its end cannot be followed by another request.
  outgoing.writeHead(answer.status, { ...Object.fromEntries(answer.headers), connection: 'close' })
  outgoing.end(Buffer.from(await answer.arrayBuffer()))
  return answer.status
}

function streamOf(incoming: IncomingMessage): ReadableStream<Uint8Array> {
  const pieces = incoming[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>
  return new ReadableStream({
    pull: async (controller) => {
      const { done, value } = await pieces.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
  })
}

function headersOf({ headers }: IncomingMessage): Headers {
  const texts = Object.entries(headers).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  return new Headers(texts)
}
