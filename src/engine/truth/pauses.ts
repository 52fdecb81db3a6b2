/** What stands still because a person said so: who, when and why. */
import type { Engine } from '..'
import { ancestorsOf } from '../desk/read-content'
import type { ChannelTruth } from './channels'
import type { Scope } from './scope'

export type Pause = {
  what: 'everything' | 'organization' | 'channel'
  /** Of the organization or the channel. */
  id: string | null
  name: string | null
  because: string | null
  by: string | null
  at: Date | null
}

/** `channels`: those of the scope, which have been read already. */
export async function readPauses(
  engine: Engine,
  { scope, channels }: { scope: Scope; channels: readonly ChannelTruth[] },
): Promise<Pause[]> {
  const paused = channels.filter(({ state }) => state === 'paused')
  return [
    ...(await readStops(engine, scope)),
    ...(await Promise.all(paused.map((channel) => readPause(engine, channel)))),
  ]
}

type PauseRow = { id: string; organization: string | null; because: string | null; by: string | null; at: Date | null }

/** Of everything, of the scope's own organizations and of those above them: what stops others is nobody's business here. */
async function readStops(engine: Engine, scope: Scope): Promise<Pause[]> {
  const active = await engine.rows.find<PauseRow>('pauses', { where: { active: true } })
  if (active.length === 0) return []
  const own = scope === 'everything' ? null : new Set(await linesOf(engine, scope.organizations))
  const seen = active.filter(({ organization }) => !organization || !own || own.has(organization))
  return Promise.all(seen.map((row) => toPause(engine, row)))
}

async function linesOf(engine: Engine, organizations: readonly string[]): Promise<string[]> {
  const above = await Promise.all(organizations.map((id) => ancestorsOf(engine, id)))
  return [...organizations, ...above.flat()]
}

async function toPause({ payload }: Engine, { organization: id, because, by, at }: PauseRow): Promise<Pause> {
  if (!id) return { what: 'everything', id: null, name: null, because, by, at }
  const asked = { collection: 'organizations', id, depth: 0, disableErrors: true, overrideAccess: true } as const
  return { what: 'organization', id, name: (await payload.findByID(asked))?.name ?? null, because, by, at }
}

async function readPause({ rows }: Engine, { id, name, problem }: ChannelTruth): Promise<Pause> {
  const [entry] = await rows.find<{ id: string; action: string; actorName: string; at: Date }>('audit', {
    where: { subject: `channels:${id}`, action: 'pause-channel' },
    sort: '-at',
    limit: 1,
  })
  return { what: 'channel', id, name, because: problem, by: entry?.actorName ?? null, at: entry?.at ?? null }
}
