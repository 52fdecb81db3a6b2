/** What each kind of notice does to our rows. Every one may be handled twice: the second time finds it done. */
import type { NoticeEvent } from '@/channels/contract'
import type { Engine } from '../..'
import type { ChannelRow } from '../../rows'
import type { NoticeRow } from '../store'
import { appeared } from './appeared'
import { commented, counted, removed } from './posts'
import { followed, moved, revoked } from './account'

export type Settled = { state: 'handled' | 'ignored'; outcome: string } | { state: 'waiting'; outcome: string }

export type Told<Event = NoticeEvent> = { notice: NoticeRow; channel: ChannelRow; event: Event }

export async function handleNotice(engine: Engine, notice: NoticeRow): Promise<Settled> {
  if (notice.event.kind === 'other') return { state: 'ignored', outcome: notice.event.name }
  const channels = await channelsOf(engine, notice)
  if (channels.length === 0) return { state: 'ignored', outcome: 'unknown account' }
  const settled: Settled[] = []
  for (const channel of channels)
    settled.push(await handleOn(engine, notice.event.kind, { notice, channel, event: notice.event }))
  const states = ['waiting', 'handled', 'ignored'] as const
  const first = states.flatMap((state) => settled.filter((one) => one.state === state)).at(0)
  return first ?? { state: 'ignored', outcome: 'nothing to do' }
}

type Events = { [Kind in NoticeEvent['kind']]: Extract<NoticeEvent, { kind: Kind }> }

const handlers: { [Kind in keyof Events]: (engine: Engine, told: Told<Events[Kind]>) => Promise<Settled> } = {
  removed,
  appeared,
  counted,
  commented,
  followed,
  unfollowed: followed,
  moved,
  revoked,
  other: async (_engine, { event }) => ({ state: 'ignored', outcome: event.name }),
}

function handleOn<Kind extends keyof Events>(engine: Engine, kind: Kind, told: Told<Events[Kind]>): Promise<Settled> {
  return handlers[kind](engine, told)
}

/** Of those for whom the signature speaks: the owner of the keys and everybody below it. */
async function channelsOf(engine: Engine, notice: NoticeRow): Promise<ChannelRow[]> {
  const { platform, account, channel: id, organization } = notice
  const which = account ? { externalId: account } : { id }
  if (!account && !id) return []
  const channels = await engine.rows.find<ChannelRow>('channels', { where: { platform, ...which } })
  if (organization === null) return channels
  const spokenFor = await organizationsBelow(engine, organization)
  return channels.filter((channel) => spokenFor.has(channel.organization))
}

async function organizationsBelow({ payload }: Engine, organization: string): Promise<Set<string>> {
  const { docs } = await payload.find({
    collection: 'organizations',
    where: { ancestors: { in: [organization] } },
    depth: 0,
    pagination: false,
    overrideAccess: true,
    select: { name: true },
  })
  return new Set([organization, ...docs.map(({ id }) => String(id))])
}
