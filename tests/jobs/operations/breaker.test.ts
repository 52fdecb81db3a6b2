import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { ChannelError } from '@/channels/contract'
import { checkChannel } from '@/engine/channel/check'
import { notify } from '@/engine/notify'
import { readUnread } from '@/engine/notify/read'
import type { Publication } from '@/engine/rows'
import { addChannel, sentPosts, visiblePosts } from '../../support/engine/publication'
import { openStage, type Stage } from '../../support/engine'
import { runToRest } from '../../support/engine/rest'
import { type Failing, failingOn, unanswered, unclosed } from './failing'
import { addPerson, times } from './situation'

const actor = { id: 'x', name: 'Người trực' }

describe('A channel on which one send after the other fails', () => {
  let stage: Stage
  let failing: Failing
  let admin: string

  beforeAll(async () => {
    stage = await openStage(import.meta.url)
    failing = failingOn(stage)
    admin = await addPerson(stage, 'quan-tri-kenh', {
      memberships: [{ organization: stage.organization, roles: ['channel-admin'] }],
    })
  })
  afterEach(() => failing.heal())
  afterAll(() => stage?.close())

  const open = () => addChannel(stage, 'telegram')

  it('is left alone after five times: nothing fails, nothing is sent, what waits is held and told', async () => {
    const channel = await open()
    const posts = await failing.dueMany(channel, 7)
    await failing.cutOff()
    for (const count of [1, 2, 3, 4]) {
      expect(await failing.walk(channel)).toEqual({ done: 'unavailable' })
      expect(await stage.channel(channel.id)).toMatchObject({ state: 'connected', failures: count, brokenAt: null })
    }
    expect(await failing.walk(channel)).toEqual({ done: 'unavailable' })
    const broken = await stage.channel(channel.id)
    expect(broken).toMatchObject({ state: 'attention', failures: 5, problem: expect.stringMatching(/^Nền tảng không/) })
    failing.heal()
    await runToRest({ ...stage, sweeps: stage.sweeps.filter(({ name }) => name !== 'sweep-broken-channels') })
    expect(await failing.statesOf(posts)).toEqual(times(7, () => 'held'))
    expect(await stage.read(posts[6]?.id ?? '')).toMatchObject({
      heldBecause: 'channel-broken',
      heldMessage: expect.stringMatching(/^Kênh tạm ngừng gửi vì nền tảng lỗi liên tiếp\./),
    })
    expect(await failing.breaks(channel)).toBe(1)
    await notify(stage.engine)
    expect((await readUnread(stage.engine, admin)).newest.map(({ sentence }) => sentence)).toEqual([
      `Kênh “${channel.name}” tạm ngừng gửi: ${broken.problem}`,
    ])
  })

  it('is asked ever less often while the platform is away, and goes on by itself once it answers', async () => {
    const channel = await open()
    const posts = await failing.dueMany(channel, 6)
    await failing.breakChannel(channel)
    await failing.walk(channel)
    await failing.cutOff()
    const waits: number[] = []
    for (const _turn of times(4, () => null)) {
      expect(await failing.isProbed(channel)).toBe(false)
      waits.push(Math.round((await failing.passTo((await stage.channel(channel.id)).probeAt)) / 60))
      expect(await failing.isProbed(channel)).toBe(true)
      expect(await failing.check(channel)).toEqual({ done: 'channel_unavailable' })
    }
    expect(waits).toEqual([1, 2, 4, 8])
    failing.heal()
    expect(await failing.check(channel)).toEqual({ done: 'connected' })
    expect(await stage.channel(channel.id)).toMatchObject({ problem: null, brokenAt: null, probeAt: null })
    await runToRest(stage)
    expect(await failing.statesOf(posts)).toEqual(times(6, () => 'published'))
    for (const post of posts) expect(await sentPosts(stage, post)).toBe(1)
    // What has been good again counts from the beginning.
    const [last] = await failing.dueMany(channel, 1)
    await failing.cutOff()
    await failing.walk(channel)
    expect(await stage.channel(channel.id)).toMatchObject({ state: 'connected', failures: 1, probes: 0 })
    failing.heal()
    await runToRest(stage)
    expect(await failing.statesOf(last ? [last] : [])).toEqual(['published'])
  })

  it('is only on trial after a good answer: one more failure, and it is left alone for longer', async () => {
    const channel = await open()
    const posts = await failing.dueMany(channel, 5)
    failing.spoil('accept-then-drop')
    for (let turn = 0; turn < 3; turn += 1) expect(await failing.walk(channel)).toEqual({ done: 'outcome-unknown' })
    expect(await stage.channel(channel.id)).toMatchObject({ state: 'attention', probes: 1 })
    expect(await failing.check(channel)).toEqual({ done: 'connected' })
    expect(await failing.walk(channel)).toEqual({ done: 'outcome-unknown' })
    const again = await stage.channel(channel.id)
    expect(again).toMatchObject({ state: 'attention', probes: 2 })
    expect(((again.probeAt?.getTime() ?? 0) - (again.brokenAt?.getTime() ?? 0)) / 1000).toBe(120)
    expect(await failing.breaks(channel)).toBe(2)
    failing.heal()
    await checkChannel(stage.engine, again, actor)
    await runToRest(stage)
    expect(await failing.statesOf(posts)).toEqual(times(5, () => 'published'))
    for (const post of posts) expect([await sentPosts(stage, post), await visiblePosts(stage, post)]).toEqual([1, 1])
  })

  it('because it refuses all for the same reason, is left alone in the same turn; other reasons do not add up', async () => {
    const channel = await open()
    const refused = await failing.dueMany(channel, 5, { edit: unclosed })
    const [good] = await failing.dueMany(channel, 1)
    expect(await failing.walk(channel)).toEqual({ done: '6 publications' })
    expect(await failing.statesOf(refused)).toEqual(times(5, () => 'failed'))
    expect(await stage.read(good?.id ?? '')).toMatchObject({ state: 'held', heldBecause: 'channel-broken', sends: 0 })
    expect((await stage.channel(channel.id)).problem).toMatch(
      /^Nền tảng từ chối 5 bài liên tiếp vì cùng một lý do \(mã /,
    )
    const { countFailure } = await import('@/engine/channel/breaker/count')
    const other = await open()
    for (const code of ['1', '2', '1', '2', '1', '2'])
      await countFailure(stage.engine, other, new ChannelError('rejected', 'Không.', { code, httpStatus: 400 }))
    expect(await stage.channel(other.id)).toMatchObject({ state: 'connected', failures: 1 })
  })

  it('is not one on which good sends come in between, and a good send writes nothing about it', async () => {
    const channel = await open()
    const writes: string[] = []
    const { rows } = stage.engine
    const watched = stage.engineWith({
      rows: {
        ...rows,
        update: (slug, where, set) => {
          if (slug === 'channels') writes.push(...Object.keys(set).filter((field) => /fail|broken|prob/.test(field)))
          return rows.update(slug, where, set)
        },
      },
    })
    for (const _round of times(2, () => null)) {
      await failing.dueMany(channel, 1)
      await failing.cutOff()
      for (let turn = 0; turn < 4; turn += 1) {
        await failing.walk(channel)
        const [waiting] = await stage.engine.rows.find<Publication>('publications', {
          where: { channel: channel.id, state: 'scheduled' },
        })
        await failing.passTo(waiting?.wakeAt)
      }
      expect((await stage.channel(channel.id)).failures).toBe(4)
      failing.heal()
      expect(await failing.walk(channel, watched)).toEqual({ done: 'published' })
    }
    expect(writes).toEqual([])
    expect(await stage.channel(channel.id)).toMatchObject({ state: 'connected' })
  })

  it('counts what several workers meet at once, and is left alone once', async () => {
    const { countFailure } = await import('@/engine/channel/breaker/count')
    const channel = await open()
    await Promise.all(times(4, () => countFailure(stage.engine, channel, unanswered)))
    expect(await stage.channel(channel.id)).toMatchObject({ state: 'connected', failures: 4 })
    await Promise.all(times(4, () => countFailure(stage.engine, channel, unanswered)))
    expect(await stage.channel(channel.id)).toMatchObject({ state: 'attention', failures: 8 })
    expect(await failing.breaks(channel)).toBe(1)
  })

  it('is asked again after a pause, whose end does not make it whole', async () => {
    const channel = await open()
    await failing.dueMany(channel, 5)
    await failing.breakChannel(channel)
    await stage.pauseChannel(stage.engine, channel, { because: 'Chờ nền tảng', actor })
    expect(await failing.isProbed(channel)).toBe(false)
    await stage.resumeChannel(stage.engine, await stage.channel(channel.id), actor)
    expect(await stage.channel(channel.id)).toMatchObject({
      state: 'attention',
      problem: expect.stringMatching(/^Nền tảng không nhận/),
    })
    stage.clock.pass(61)
    expect(await failing.isProbed(channel)).toBe(true)
  })

  it('whose token is dead besides waits for a person, and everything goes on when it is mended', async () => {
    const channel = await open()
    const posts = await failing.dueMany(channel, 6)
    await failing.breakChannel(channel)
    await failing.walk(channel)
    expect(await stage.read(posts[5]?.id ?? '')).toMatchObject({ heldBecause: 'channel-broken' })
    stage.places.telegram.fault('token-dead', '*')
    await failing.check(channel)
    const dead = await stage.channel(channel.id)
    expect(dead).toMatchObject({ state: 'attention', brokenAt: null, probeAt: null })
    stage.clock.pass(3600)
    expect(await failing.isProbed(channel)).toBe(false)
    failing.heal()
    for (const { id } of posts) await stage.engine.rows.update('publications', { id }, { latePolicy: 'send' })
    await checkChannel(stage.engine, dead, actor)
    await runToRest(stage)
    expect(await failing.statesOf(posts)).toEqual(times(6, () => 'published'))
  })
})
