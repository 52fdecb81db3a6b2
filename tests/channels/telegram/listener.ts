/** The other end of a webhook: keeps what the look-alike delivers, and answers as it is told. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Notice, WebhookRequest } from '@/channels/contract'
import { channel } from '@/channels/telegram'
import type { TelegramPost } from '@/channels/telegram/options'
import { lookalike } from '@/sandbox/telegram'
import { openBench, type Bench } from '../../contracts/bench'
import { runLookalike, type RunningLookalike } from '../../support/platforms'

export type Listener = {
  platform: RunningLookalike
  bench: Bench<TelegramPost>
  received: WebhookRequest[]
  /** What the next deliveries are answered with; then 200. */
  statuses: number[]
  /** Once nothing is on its way any more. */
  notices(): Promise<Notice[]>
  close(): Promise<void>
}

export async function openListener(secret: string): Promise<Listener> {
  const platform = await runLookalike(lookalike)
  const bench = await openBench(channel, platform)
  const received: WebhookRequest[] = []
  const statuses: number[] = []
  const server = createServer(async (incoming, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of incoming) chunks.push(chunk as Buffer)
    const headers = Object.fromEntries(Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]))
    received.push({ headers, body: Buffer.concat(chunks) })
    response.writeHead(statuses.shift() ?? 200).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhook`
  await channel.webhook?.subscribe?.(bench.record().call, { url, secret })
  return {
    platform,
    bench,
    received,
    statuses,
    notices: async () => {
      await platform.desk.deliveries.settled()
      return received.flatMap(({ body }) => channel.webhook?.read(new TextDecoder().decode(body)) ?? [])
    },
    close: async () => {
      server.closeAllConnections()
      server.close()
      await platform.close()
    },
  }
}
