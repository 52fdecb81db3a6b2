import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Engine } from '@/engine'
import type { Publication } from '@/engine/rows'
import { addPublication, sentPosts, visiblePosts } from '../support/engine/publication'
import { openStage, type Stage } from '../support/engine'
import { platforms } from '../support/engine/places'
import { runJob, runToRest } from '../support/engine/rest'

describe('a worker that stood still for longer than its lease', () => {
  let stage: Stage

  beforeAll(async () => {
    stage = await openStage(import.meta.url)
  })
  afterAll(() => stage?.close())

  const settle = ({ id }: Publication) => runJob(stage, 'settle', { publication: id })

  it.each(platforms)('sends nothing on %s, and another one sends once', async (platform) => {
    const publication = await addPublication(stage, platform)
    const slept = standingStill(async () => {
      stage.clock.pass(91)
      await settle(publication)
    })
    expect(await runJob({ ...stage, engine: slept }, 'publish', { publication: publication.id })).toEqual({
      skipped: 'lease lost',
    })
    expect(await sentPosts(stage, publication)).toBe(0)
    await runToRest(stage)
    expect(await stage.read(publication.id)).toMatchObject({ state: 'published', attemptNumber: 2 })
    expect([await visiblePosts(stage, publication), await sentPosts(stage, publication)]).toEqual([1, 1])
  })

  it('does not go on when nobody has taken the row yet', async () => {
    const publication = await addPublication(stage, 'facebook')
    const slept = standingStill(async () => stage.clock.pass(91))
    expect(await runJob({ ...stage, engine: slept }, 'publish', { publication: publication.id })).toEqual({
      skipped: 'lease lost',
    })
    expect(await stage.read(publication.id)).toMatchObject({ state: 'sending', remoteId: null })
    expect(await sentPosts(stage, publication)).toBe(0)
    await runToRest(stage)
    expect(await sentPosts(stage, publication)).toBe(1)
  })

  it('may not overwrite what became of its publication meanwhile', async () => {
    const publication = await addPublication(stage, 'facebook')
    const slow = stage.engineWith({
      http: async (request) => {
        const answer = await stage.engine.http(request)
        stage.clock.pass(91)
        await settle(publication)
        return answer
      },
    })
    await runJob({ ...stage, engine: slow }, 'publish', { publication: publication.id })
    expect((await stage.read(publication.id)).state).toBe('unknown')
    await runToRest(stage)
    expect(await stage.read(publication.id)).toMatchObject({ state: 'published', sends: 1 })
    expect(await sentPosts(stage, publication)).toBe(1)
  })

  it('keeps what it must remember, and renews its lease with it once half of that is gone', async () => {
    const { leasedCall } = await import('@/engine/send/call')
    const { claim, readAttempts } = await import('@/engine/send/claim')
    const { openLease } = await import('@/engine/send/lease')
    const { channelOf } = await import('@/channels/registry')
    const claimed = await claim(stage.engine, await addPublication(stage, 'facebook'))
    if (!claimed) throw new Error('somebody else was faster')
    const { publication, attempt, earlier } = claimed
    const lease = openLease(stage.engine, publication)
    const channel = await stage.channel(publication.channel)
    const place = { driver: channelOf('facebook'), channel, credentials: {} }
    const call = leasedCall(stage.engine, place, { lease, attempt, earlier })
    const end = async () => (await stage.read(publication.id)).leaseUntil?.getTime() ?? 0
    const claimedUntil = await end()
    await call.checkpoint('uploaded', { photo: '1' })
    expect(await end()).toBe(claimedUntil)
    stage.clock.pass(50)
    await call.checkpoint('uploaded', { photo: '2' })
    lease.stop()
    expect(await end()).toBeGreaterThanOrEqual(claimedUntil + 50_000)
    const [kept] = await readAttempts(stage.engine, publication)
    expect(kept?.steps?.map(({ data }) => data)).toEqual([{ photo: '1' }, { photo: '2' }])
  })

  it('cannot renew or arm what another worker holds by now', async () => {
    const { claim } = await import('@/engine/send/claim')
    const { LeaseLost, openLease } = await import('@/engine/send/lease')
    const claimed = await claim(stage.engine, await addPublication(stage, 'facebook'))
    if (!claimed) throw new Error('somebody else was faster')
    const { publication } = claimed
    const lease = openLease(stage.engine, publication)
    await stage.engine.rows.update('publications', { id: publication.id }, { leaseToken: 'another' })
    await expect(lease.renew({ isArming: true })).rejects.toThrow(LeaseLost)
    lease.stop()
    expect(await stage.read(publication.id)).toMatchObject({ state: 'sending', leaseToken: 'another', armedAt: null })
  })

  /** Its last act is to write a checkpoint; then it sleeps, and wakes up before it has sent anything. */
  function standingStill(sleep: () => Promise<void>): Engine {
    const { rows } = stage.engine
    let hasSlept = false
    return stage.engineWith({
      rows: {
        ...rows,
        setWith: async (slug, change, also) => {
          const written = await rows.setWith(slug, change, also)
          if (!change.set['leaseUntil'] || change.set['state'] || hasSlept) return written
          hasSlept = true
          await sleep()
          return written
        },
      },
    })
  }
})
