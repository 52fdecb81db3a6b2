/** An account on the look-alike, and our own address at which it fetches pictures. */
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { ask } from '../lookalikes'
import type { RunningPlatform } from '../../support/platforms'

type Settings = { platform: string; origin: string; addresses: Record<string, string> }

export async function openShop({ platform, origin, addresses }: Settings): Promise<{ place: RunningPlatform }> {
  const kept = new Map<string, { bytes: Uint8Array; mimeType: string }>()
  const server = createServer((request, response) => {
    const file = kept.get(request.url?.slice(1) ?? '')
    if (file) response.writeHead(200, { 'content-type': file.mimeType }).end(file.bytes)
    else response.writeHead(404).end()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const name = `Đo tốc độ ${process.pid}`
  const opened = (await ask(`${origin}/_open`, { platform, name })) as {
    account: string
    credentials: Record<string, string>
  }
  const place: RunningPlatform = {
    addresses,
    account: opened.account,
    credentials: opened.credentials,
    texts: async () => [],
    visible: async () => 0,
    now: () => new Date(),
    pass: () => undefined,
    keep: (bytes, mimeType) => {
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      kept.set(sha256, { bytes, mimeType })
      return `http://127.0.0.1:${port}/${sha256}`
    },
    close: async () => void server.close(),
  }
  return { place }
}
