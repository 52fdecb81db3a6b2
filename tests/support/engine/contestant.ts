/** One of two processes that want the same rows at the same moment. It says when it is ready, starts when it is told to. */
import config from '@payload-config'
import { getPayload } from 'payload'
import { channelOf } from '@/channels/registry'
import { engineOf } from '@/engine'
import { freshCredentials } from '@/engine/credentials'
import type { ChannelRow, Publication } from '@/engine/rows'
import { claim } from '@/engine/send/claim'
import { sha256 } from '@/platform/crypto'

export type Order = { read: string[] } | { claim: 'now' } | { renew: string; times: number }

/** Ids that were read or won, or what every call for credentials came to. */
export type Result = { results: string[] }

const CONCURRENCY = 16

const payload = await getPayload({ config, disableOnInit: true })
const engine = engineOf(payload)

let waiting: Publication[] = []

process.on('message', (order: Order) => {
  void work(order).then((results) => process.send?.({ results } satisfies Result))
})
process.on('disconnect', () => process.exit(0))
process.send?.('ready')

function work(order: Order): Promise<string[]> {
  if ('read' in order) return readAll(order.read)
  return 'claim' in order ? claimAll() : renewAll(order)
}

async function readAll(ids: string[]): Promise<string[]> {
  waiting = await engine.rows.find<Publication>('publications', { where: { id: { in: ids }, state: 'scheduled' } })
  return waiting.map(({ id }) => id)
}

async function claimAll(): Promise<string[]> {
  const won: string[] = []
  const lane = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) if (await claim(engine, next)) won.push(next.id)
  }
  await Promise.all(Array.from({ length: CONCURRENCY }, lane))
  return won
}

async function renewAll({ renew: id, times }: { renew: string; times: number }): Promise<string[]> {
  const [channel] = await engine.rows.find<ChannelRow>('channels', { where: { id }, limit: 1 })
  if (!channel) throw new Error('no channel')
  const one = async () => {
    try {
      return sha256(JSON.stringify(await freshCredentials(engine, channelOf(channel.platform), channel)))
    } catch (cause) {
      return cause instanceof Error && 'kind' in cause ? String(cause.kind) : String(cause)
    }
  }
  return Promise.all(Array.from({ length: times }, one))
}
