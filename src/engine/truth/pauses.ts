/** What stands still because a person said so: who, when and why. */
import type { Engine } from '..'
import type { ChannelTruth } from './channels'

export type Pause = {
  what: 'everything' | 'organization' | 'channel'
  name: string | null
  because: string | null
  by: string | null
  at: Date | null
}

export async function readPauses(engine: Engine, channels: readonly ChannelTruth[]): Promise<Pause[]> {
  const paused = channels.filter(({ state }) => state === 'paused')
  return [...(await readStops(engine)), ...(await Promise.all(paused.map((channel) => readPause(engine, channel))))]
}

type PauseRow = { id: string; organization: string | null; because: string | null; by: string | null; at: Date | null }

async function readStops(engine: Engine): Promise<Pause[]> {
  const active = await engine.rows.find<PauseRow>('pauses', { where: { active: true } })
  return Promise.all(active.map((row) => toPause(engine, row)))
}

async function toPause({ payload }: Engine, { organization: id, because, by, at }: PauseRow): Promise<Pause> {
  if (!id) return { what: 'everything', name: null, because, by, at }
  const asked = { collection: 'organizations', id, depth: 0, disableErrors: true, overrideAccess: true } as const
  return { what: 'organization', name: (await payload.findByID(asked))?.name ?? null, because, by, at }
}

async function readPause({ rows }: Engine, { id, name, problem }: ChannelTruth): Promise<Pause> {
  const [entry] = await rows.find<{ id: string; action: string; actorName: string; at: Date }>('audit', {
    where: { subject: `channels:${id}`, action: 'pause-channel' },
    sort: '-at',
    limit: 1,
  })
  return { what: 'channel', name, because: problem, by: entry?.actorName ?? null, at: entry?.at ?? null }
}
