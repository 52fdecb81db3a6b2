import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { clockOf } from '@/platform/database'
import { openStage, type Stage } from '../../support/engine'
import { addPublication, visiblePosts } from '../../support/engine/publication'
import { runJob } from '../../support/engine/rest'

const HOURS = 3_600_000

describe('a worker on a machine whose clock is wrong', () => {
  let stage: Stage

  beforeAll(async () => (stage = await openStage(import.meta.url)))
  afterEach(() => vi.restoreAllMocks())
  afterAll(() => stage?.close())

  /** As the worker process has it: by the database, not by the stage. */
  async function aWorker() {
    const clock = clockOf(stage.engine.payload)
    await clock.sync()
    return { ...stage, engine: stage.engineWith({ now: clock.now }) }
  }

  it.each([
    ['fast', 5 * HOURS],
    ['slow', -5 * HOURS],
  ])('sends neither too early nor too late when it is %s', async (_name, skew) => {
    const soon = await addPublication(stage, 'site', { over: { dueAt: new Date(Date.now() + 2 * HOURS) } })
    const due = await addPublication(stage, 'site', { over: { dueAt: new Date(Date.now() - 60_000) } })
    const worker = await aWorker()
    const right = Date.now()
    vi.spyOn(Date, 'now').mockReturnValue(right + skew)
    await runJob(worker, 'publish', { publication: soon.id })
    await runJob(worker, 'publish', { publication: due.id })
    vi.restoreAllMocks()
    expect((await stage.read(soon.id)).state).toBe('scheduled')
    expect(await visiblePosts(stage, soon)).toBe(0)
    const live = await stage.read(due.id)
    expect(live.state).toBe('published')
    const [attempt] = await stage.attempts(due.id)
    expect(Math.abs(Number(attempt?.['startedAt']) - right)).toBeLessThan(30_000)
  })
})
