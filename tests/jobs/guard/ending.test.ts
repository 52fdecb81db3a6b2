/** A worker that is asked to end (SIGTERM) while it sends: within its time it has given back what it cannot finish. */
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStage, type Stage } from '../../support/engine'
import type { PlatformName } from '../../support/engine/places'
import { addPublication } from '../../support/engine/publication'
import { runToRest } from '../../support/engine/rest'
import { expectExactlyOnce } from '../crash/worker'

let stage: Stage

beforeAll(async () => (stage = await openStage(import.meta.url)))
afterAll(() => stage?.close())

/** Works until the platform keeps it waiting at that call, then is asked to end. */
async function endAt(platform: PlatformName, call: string): Promise<string> {
  const item = platform === 'youtube' ? { kind: 'clips' as const, media: [stage.media.video] } : {}
  const publication = await addPublication(stage, platform, { item })
  stage.places[platform].fault('accept-then-hang', call)
  const { startWorker } = await import('~/jobs/runtime/worker')
  const worker = await startWorker(stage.engine, { hasTimetable: false, graceMilliseconds: 0 })
  await worker.tick()
  while (stage.places.sandbox.desk.faults.list().length > 0) await setTimeout(10)
  await worker.stop()
  return publication.id
}

describe('a worker that is asked to end', () => {
  it('breaks an upload off, gives everything back, and another one goes on from there', async () => {
    const id = await endAt('youtube', 'videos.insert.start')
    const given = await stage.read(id)
    expect(given).toMatchObject({ state: 'scheduled', leaseToken: null, leaseUntil: null, tries: 0, sends: 0 })
    const { laneToken } = await stage.channel(given.channel)
    expect(laneToken).toBeNull()
    await runToRest(stage)
    await expectExactlyOnce(stage, given)
    expect((await stage.attempts(id)).map(({ outcome }) => outcome)).toEqual(['stopped', 'processing'])
  })

  it('says of what may stand there already that nobody knows, and it is looked for', async () => {
    const id = await endAt('facebook', 'feed.create')
    const given = await stage.read(id)
    expect(given).toMatchObject({ state: 'unknown', leaseToken: null })
    await runToRest(stage)
    await expectExactlyOnce(stage, given)
  })

  it('is not missed by anybody: it said that it ends', async () => {
    const workers = await stage.engine.rows.find<{ id: string; stoppedAt: Date | null }>('workers', { where: {} })
    expect(workers.every(({ stoppedAt }) => stoppedAt !== null)).toBe(true)
  })
})
