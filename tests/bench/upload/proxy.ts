/** Stands in the line and counts what goes up it, so that nobody has to believe the sender. */
import { once } from 'node:events'
import { connect, createServer, type AddressInfo } from 'node:net'

export type Proxy = { origin: string; sent(): number; onSent(listener: (bytes: number) => void): void; close(): void }

export async function openProxy(target: string): Promise<Proxy> {
  const { hostname, port } = new URL(target)
  let sent = 0
  let listener: (bytes: number) => void = () => undefined
  const server = createServer((near) => {
    const far = connect(Number(port), hostname)
    near.on('data', (chunk) => {
      sent += chunk.length
      listener(sent)
    })
    near.pipe(far).pipe(near)
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      one.on('error', () => other.destroy())
      one.on('close', () => other.destroy())
    }
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    sent: () => sent,
    onSent: (next) => (listener = next),
    close: () => void server.close(),
  }
}
