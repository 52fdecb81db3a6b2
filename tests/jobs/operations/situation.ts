/** What stands in the rows when somebody looks or is told: organizations, people, posts in any state. */
import type { ChannelRow } from '@/engine/rows'
import type { Value } from '@/platform/database'
import { insertMany } from '../../support/engine/publication'
import type { Stage } from '../../support/engine'

export async function addOrganization({ engine }: Stage, name: string, over: object = {}): Promise<string> {
  const data = { name, kind: 'police', level: 'province', ...over } as never
  return String((await engine.payload.create({ collection: 'organizations', data, depth: 0 })).id)
}

export async function addPerson({ engine }: Stage, name: string, over: object): Promise<string> {
  const data = { name, email: `${name}@kiemthu.vn`, password: 'mat-khau-2026', ...over } as never
  return String((await engine.payload.create({ collection: 'users', data, depth: 0 })).id)
}

/** Posts of the channel's own organization. */
export async function addPosts(
  stage: Stage,
  channel: ChannelRow,
  sets: readonly Record<string, Value>[],
): Promise<string[]> {
  const ids = await insertMany(stage, channel, sets.length)
  for (const [index, id] of ids.entries())
    await changePost(stage, id, { organization: channel.organization, ...sets[index] })
  return ids
}

export async function changePost({ engine }: Stage, id: string, set: Record<string, Value>): Promise<void> {
  await engine.rows.update('publications', { id }, set)
}

/** As if they had never been planned. */
export async function clearPosts(stage: Stage, ids: readonly string[]): Promise<void> {
  for (const id of ids) await changePost(stage, id, { state: 'cancelled', wakeAt: null, publishedAt: null })
}

const DAY_SECONDS = 86_400
const TEN_SECONDS = 3 * 3600

/** In the morning of Vietnam: at five to seven, what waits five minutes would meet the mail of those who want one a day. */
export function passToTen({ clock }: Stage): void {
  clock.pass(DAY_SECONDS - ((clock.now().getTime() / 1000 - TEN_SECONDS) % DAY_SECONDS))
}

export function times<Item>(count: number, make: (index: number) => Item): Item[] {
  return Array.from({ length: count }, (_, index) => make(index))
}
