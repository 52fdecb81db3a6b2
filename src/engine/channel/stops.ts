/** Whether somebody stopped it all, or the organization, or one above it. Read anew before every irreversible call. */
import type { StopReason } from '@/publishing/due'
import type { Engine } from '..'
import { ancestorsOf } from '../desk/read-content'
import type { Rows } from '@/platform/database'
import { together } from '@/platform/database/rows/together'
import type { ChannelRow, ChannelState } from '../rows'

export const EVERYTHING = 'everything'

export function keyOfOrganization(organization: string): string {
  return `organization:${organization}`
}

/** Hardly ever is anything stopped: then this is one short question, and lanes that ask at one moment share it. */
export async function findStop(
  engine: Engine,
  { organization }: Pick<ChannelRow, 'organization'>,
): Promise<StopReason | null> {
  const keys = await questionsOf(engine.rows).pauses(null)
  if (keys.size === 0) return null
  if (keys.has(EVERYTHING)) return 'paused'
  const line = [organization, ...(await ancestorsOf(engine, organization))]
  return line.some((id) => keys.has(keyOfOrganization(id))) ? 'organization-paused' : null
}

/** As it stands at this moment. */
export function stateOf({ rows }: Engine, { id }: Pick<ChannelRow, 'id'>): Promise<ChannelState | undefined> {
  return questionsOf(rows).states(id)
}

type Questions = {
  pauses(item: null): Promise<ReadonlySet<string>>
  states(id: string): Promise<ChannelState | undefined>
}

const asked = new WeakMap<Rows, Questions>()

/** Every question is put after it was asked: nobody is answered by one that was under way already. */
function questionsOf(rows: Rows): Questions {
  const known = asked.get(rows) ?? {
    pauses: together(async (items: readonly null[]) => {
      const keys = await readPauses(rows)
      return items.map(() => keys)
    }),
    states: together((ids: readonly string[]) => readStates(rows, ids)),
  }
  asked.set(rows, known)
  return known
}

async function readPauses(rows: Rows): Promise<ReadonlySet<string>> {
  const active = await rows.find<{ id: string; key: string }>('pauses', { where: { active: true }, select: ['key'] })
  return new Set(active.map(({ key }) => key))
}

async function readStates(rows: Rows, ids: readonly string[]): Promise<(ChannelState | undefined)[]> {
  const found = await rows.find<ChannelRow>('channels', { where: { id: { in: ids } }, select: ['state'] })
  return ids.map((id) => found.find((channel) => channel.id === id)?.state)
}
