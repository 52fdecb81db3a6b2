import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addChannel, insertMany } from '../../support/engine/publication'
import { openStage, type Stage } from '../../support/engine'
import { findWakes, runJob } from '../../support/engine/rest'

describe('Before a post goes out', () => {
  let stage: Stage

  beforeAll(async () => {
    stage = await openStage(import.meta.url)
  })
  afterAll(() => stage?.close())

  const checksOf = async (channel: string) =>
    (await findWakes(stage)).filter(({ job, input }) => job === 'check-channels' && isFor(input, channel))

  /** So many posts, due in so many minutes, on a channel that was checked so many minutes ago. */
  async function busy(posts: number, { dueIn, checkedAgo }: { dueIn: number; checkedAgo: number }): Promise<string> {
    const at = (minutes: number) => new Date(stage.clock.now().getTime() + minutes * 60_000)
    const channel = await addChannel(stage, 'facebook', { checkedAt: at(-checkedAgo) })
    const dueAt = at(dueIn)
    for (const id of await insertMany(stage, channel, posts))
      await stage.engine.rows.update('publications', { id }, { dueAt, wakeAt: dueAt })
    return channel.id
  }

  it('its channel is checked once, before the post itself is looked at', async () => {
    const channel = await busy(3, { dueIn: 34, checkedAgo: 61 })
    expect(await checksOf(channel)).toHaveLength(1)
    expect(await runJob(stage, 'check-channels', { channel })).toEqual({ done: 'connected' })
    expect(await checksOf(channel)).toEqual([])
  })

  it.each([
    ['nothing due', 0, { dueIn: 29, checkedAgo: 61 }],
    ['a post that is further away', 1, { dueIn: 37, checkedAgo: 61 }],
    ['a check that is fresh', 1, { dueIn: 29, checkedAgo: 58 }],
  ])('the channel is left alone with %s', async (_name, posts, when) => {
    expect(await checksOf(await busy(posts, when))).toEqual([])
  })

  it('the channel is left alone while the platform wants a rest, which a check that was too fast asks for', async () => {
    const channel = await busy(1, { dueIn: 29, checkedAgo: 61 })
    stage.places.facebook.fault('throttle', '*')
    expect(await runJob(stage, 'check-channels', { channel })).toEqual({ done: 'channel_throttled' })
    expect((await stage.channel(channel)).notBefore?.getTime()).toBeGreaterThan(stage.clock.now().getTime())
    expect(await checksOf(channel)).toEqual([])
  })
})

function isFor(input: unknown, channel: string): boolean {
  return (input as { channel?: string }).channel === channel
}
