/** What stands still because a person said so: who, when and why. */
import type { Engine } from '..'
import type { ChannelTruth } from './channels'

export type Pause = {
  what: 'everything' | 'channel'
  name: string | null
  because: string | null
  by: string | null
  at: Date | null
}

export async function readPauses(engine: Engine, channels: readonly ChannelTruth[]): Promise<Pause[]> {
  const paused = channels.filter(({ state }) => state === 'paused')
  return [...(await readSwitch(engine)), ...(await Promise.all(paused.map((channel) => readPause(engine, channel))))]
}

async function readSwitch({ payload }: Engine): Promise<Pause[]> {
  const { paused, because, by, at } = await payload.findGlobal({ slug: 'switchboard', depth: 0, overrideAccess: true })
  if (!paused) return []
  return [{ what: 'everything', name: null, because: because ?? null, by: by ?? null, at: at ? new Date(at) : null }]
}

async function readPause({ rows }: Engine, { id, name, problem }: ChannelTruth): Promise<Pause> {
  const [entry] = await rows.find<{ id: string; action: string; actorName: string; at: Date }>('audit', {
    where: { subject: `channels:${id}`, action: 'pause-channel' },
    sort: '-at',
    limit: 1,
  })
  return { what: 'channel', name, because: problem, by: entry?.actorName ?? null, at: entry?.at ?? null }
}
