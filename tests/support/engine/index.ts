/**
 * The whole engine over real rows, with every platform's look-alike (and our own section) in this process and one clock for
 * all of them. Handlers run as the worker would run them; time is moved, never waited for.
 */
import { renameSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Engine } from '@/engine'
import type { Attempt, ChannelRow, Publication } from '@/engine/rows'
import { databaseFor } from '../services'
import { runSite, type RunningSite } from '../site'
import { makeMedia, type StageMedia } from './media'
import { openPlaces, type Places } from './places'
import { load, type Modules } from './modules'

export type Clock = { now(): Date; pass(seconds: number): void }

export type Stage = Modules & {
  engine: Engine
  clock: Clock
  places: Places
  site: RunningSite
  organization: string
  /** Who accepted the legal notes. */
  leader: string
  media: StageMedia
  read(id: string): Promise<Publication>
  channel(id: string): Promise<ChannelRow>
  attempts(publication: string): Promise<Attempt[]>
  /** A worker of its own: the same rows, something else changed. */
  engineWith(over: Partial<Engine>): Engine
  close(): Promise<void>
}

/** The environment has to be set before anything of ours is imported that reads it. */
export async function openStage(file: string, variables: Record<string, string> = {}): Promise<Stage> {
  const directory = await mkdtemp(join(tmpdir(), 'lan-toa-stage-'))
  const mediaDirectory = join(directory, 'media')
  const clock = movableClock(join(directory, 'clock'))
  const site = await runSite({ mediaDirectory, now: clock.now })
  const places = await openPlaces({ directory: join(directory, 'sandbox'), clock, site })
  Object.assign(process.env, await databaseFor(file), places.addresses, {
    PUBLIC_URL: site.origin,
    MEDIA_DIRECTORY: mediaDirectory,
    LOG_LEVEL: 'silent',
    CLOCK_FILE: join(directory, 'clock'),
    ...variables,
  })
  const modules = await load()
  const payload = await modules.openPayload()
  const engine: Engine = { ...modules.engineOf(payload), now: clock.now, random: () => 0.5 }
  const organization = await engine.rows.insert('organizations', {
    name: 'Công an tỉnh Kon Tum',
    kind: 'police',
    level: 'province',
  })
  const leader = await engine.rows.insert('users', { email: 'lanh-dao@congan.example', name: 'Trần Văn Lãnh' })
  return {
    ...modules,
    engine,
    clock,
    places,
    site,
    organization,
    leader,
    media: await makeMedia(engine, {
      organization,
      modules,
    }),
    ...reading(engine),
    engineWith: (over) => ({
      ...engine,
      ...over,
    }),
    close: async () => {
      await payload.destroy()
      await places.close()
      await site.close()
      await rm(directory, {
        recursive: true,
        force: true,
      })
    },
  }
}

function reading({ rows }: Engine): Pick<Stage, 'read' | 'channel' | 'attempts'> {
  const one = async <Shape extends { id: string }>(slug: string, id: string) => {
    const [row] = await rows.find<Shape & Record<string, unknown>>(slug, { where: { id }, limit: 1 })
    if (!row) throw new Error(`no row ${id} in ${slug}`)
    return row
  }
  return {
    read: (id) => one<Publication>('publications', id),
    channel: (id) => one<ChannelRow>('channels', id),
    attempts: (publication) => rows.find<Attempt>('attempts', { where: { publication }, sort: 'number' }),
  }
}

/** Other processes read the same offset from the file that CLOCK_FILE names. */
function movableClock(file: string): Clock {
  let offset = 0
  const pass = (seconds: number) => {
    offset += seconds * 1000
    writeFileSync(`${file}.new`, String(Math.ceil(offset)))
    renameSync(`${file}.new`, file)
  }
  pass(0)
  return { now: () => new Date(Date.now() + offset), pass }
}
