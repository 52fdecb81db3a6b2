/** A line to the platform on which one answer is lost: telegraf brings its own HTTP, so the loss has to be on the wire. */
import { once } from 'node:events'
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Line = {
  address: string
  /** Names of the methods that went over it, in order. */
  calls: string[]
  close(): Promise<void>
}

/** The request of number `lost` reaches the platform, which does what it asks; the answer never comes back. */
export async function openLine(target: string, lost: number): Promise<Line> {
  const calls: string[] = []
  const server = createServer((incoming, response) => {
    const place = calls.push(incoming.url?.split('/').at(-1) ?? '') - 1
    pass(target, incoming, (answer) => {
      if (place === lost) incoming.socket.destroy()
      else copy(answer, response)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function pass(target: string, incoming: IncomingMessage, done: (answer: IncomingMessage) => void): void {
  const { method, url, headers } = incoming
  const outgoing = request(`${target}${url}`, { method, headers }, done)
  incoming.pipe(outgoing)
}

function copy(answer: IncomingMessage, response: ServerResponse): void {
  response.writeHead(answer.statusCode ?? 502, answer.headers)
  answer.pipe(response)
}
