import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readTruth, type Truth } from '@/engine/truth'
import type { ChannelRow } from '@/engine/rows'
import type { Value } from '@/platform/database'
import { addChannel, addPublication } from '../../support/engine/publication'
import { openStage, type Stage } from '../../support/engine'
import { runJob } from '../../support/engine/rest'
import { addOrganization, addPosts, changePost, clearPosts, times } from './situation'

type Houses = { parent: string; own: string; foreign: string }

describe('The truth', () => {
  let stage: Stage
  let houses: Houses
  let channel: ChannelRow
  let foreign: ChannelRow

  beforeAll(async () => {
    stage = await openStage(import.meta.url)
    const parent = await addOrganization(stage, 'UBND tỉnh')
    houses = {
      parent,
      own: await addOrganization(stage, 'Công an xã', { parent }),
      foreign: await addOrganization(stage, 'Tỉnh khác'),
    }
    channel = await addChannel(stage, 'telegram', { organization: houses.own, name: 'Kênh xã' })
    foreign = await addChannel(stage, 'telegram', { organization: houses.foreign, name: 'Kênh khác' })
  })
  afterAll(() => stage?.close())

  const at = (seconds: number) => new Date(stage.clock.now().getTime() + seconds * 1000)
  const mine = (): Promise<Truth> => readTruth(stage.engine, { organizations: [houses.own] })
  const all = (): Promise<Truth> => readTruth(stage.engine, 'everything')

  const posts = (place: ChannelRow, count: number, over: (index: number) => Record<string, Value>) =>
    addPosts(stage, place, times(count, over))
  const clear = (ids: readonly string[]) => clearPosts(stage, ids)

  it('knows who works, who is missing and who ended, and whose clock is off', async () => {
    const rows: Record<string, Value>[] = [
      { name: 'a:1', startedAt: at(-600), seenAt: at(-5), clockSkewMs: -2_600, inFlight: 2, version: '1.2' },
      { name: 'b:2', startedAt: at(-9000), seenAt: at(-61) },
      { name: 'c:3', startedAt: at(-9000), seenAt: at(-601) },
      { name: 'd:4', startedAt: at(-9000), seenAt: at(-30), stoppedAt: at(-30) },
      { name: 'e:5', startedAt: at(-99_000), seenAt: at(-90_000) },
    ]
    for (const row of rows) await stage.engine.rows.insert('workers', row)
    const { workers, verdict } = await mine()
    expect(Object.fromEntries(workers.map(({ name, state }) => [name, state]))).toEqual({
      'a:1': 'alive',
      'b:2': 'missing',
      // Another one was started since.
      'c:3': 'gone',
      'd:4': 'gone',
    })
    expect(workers.find(({ name }) => name === 'a:1')).toMatchObject({
      version: '1.2',
      inFlight: 2,
      clockSkewMs: -2600,
    })
    expect(verdict.reasons.map(({ vi }) => vi)).toEqual([
      'Đồng hồ của tiến trình a:1 chậm 2,6 giây so với cơ sở dữ liệu; hãy kiểm tra dịch vụ giờ (NTP).',
      'Tiến trình b:2 đã mất liên lạc.',
    ])
    for (const [name, set] of [
      ['a:1', { clockSkewMs: 3 }],
      ['b:2', { stoppedAt: at(-61) }],
    ] as const)
      await stage.engine.rows.update('workers', { name }, set)
    expect((await mine()).verdict).toEqual({ mood: 'good', reasons: [] })
  })

  it('names the post that has waited longest for a worker, of one’s own organizations', async () => {
    const ids = [
      ...(await posts(channel, 2, (index) => ({ wakeAt: at(-40 + index * 30) }))),
      ...(await posts(foreign, 1, () => ({ wakeAt: at(-200) }))),
    ]
    const { oldestDue, counts, verdict } = await mine()
    expect(oldestDue).toMatchObject({ id: ids[0], platform: 'telegram', waitsFor: 'worker' })
    expect(oldestDue?.secondsWaiting).toBeCloseTo(40, -1)
    expect(counts).toMatchObject({ due: 2, scheduled: 2 })
    expect(verdict.reasons.map(({ vi }) => vi)).toEqual([expect.stringMatching(/^Có bài đến giờ đã 4\d giây mà chưa/)])
    expect((await all()).oldestDue).toMatchObject({ id: ids[2], waitsFor: 'worker' })
    // The platform asked to slow down, or a worker is at work there: nobody has to start one.
    await stage.engine.rows.update('channels', { id: channel.id }, { notBefore: at(60) })
    const resting = await mine()
    expect(resting.oldestDue).toMatchObject({ id: ids[0], waitsFor: 'channel' })
    expect(resting.verdict.mood).toBe('good')
    expect(resting.channels[0]?.easedUntil).toBeInstanceOf(Date)
    await stage.engine.rows.update('channels', { id: channel.id }, { notBefore: null })
    await clear(ids)
    expect((await mine()).oldestDue).toBeNull()
  })

  it('reckons how late posts went out, by the hour at which they were really sent', async () => {
    const sent = (seconds: number, late: number) => ({
      state: 'published',
      wakeAt: null,
      dueAt: at(seconds - late),
      armedAt: at(seconds),
      publishedAt: at(seconds + 2),
    })
    const ids = [
      ...(await posts(channel, 100, (index) => sent(-1800, index))),
      ...(await posts(channel, 1, () => sent(-7200, 500))),
      ...(await posts(foreign, 1, () => sent(-60, 9000))),
      ...(await posts(channel, 1, () => ({ ...sent(-90_000, 700) }))),
    ]
    const { lateness, verdict } = await mine()
    const rounded = ({ count, ...seconds }: Truth['lateness']['hour']) => [
      count,
      ...Object.values(seconds).map((value) => Math.round(value ?? -1)),
    ]
    expect(rounded(lateness.hour)).toEqual([100, 49, 98, 99])
    expect(rounded(lateness.day)).toEqual([101, 50, 99, 500])
    expect(verdict.reasons.map(({ vi }) => vi)).toEqual(['Trong giờ qua, bài trễ nhất (p99) trễ 98 giây.'])
    expect((await all()).lateness.hour.most).toBeCloseTo(9000, -1)
    await clear(ids)
    expect((await mine()).lateness.day).toEqual({ count: 0, p50: null, p99: null, most: null })
  })

  it('counts a real send: the channel’s last good one, and its lateness', async () => {
    const publication = await addPublication(stage, 'telegram', { channel, over: { dueAt: at(-30) } })
    await changePost(stage, publication.id, { organization: houses.own })
    expect(await runJob(stage, 'publish', { publication: publication.id })).toEqual({ done: 'published' })
    const { channels, lateness } = await mine()
    const { publishedAt } = await stage.read(publication.id)
    expect(channels).toEqual([expect.objectContaining({ id: channel.id, lastGoodAt: publishedAt, state: 'connected' })])
    expect(lateness.hour.count).toBe(1)
    expect(lateness.hour.p50).toBeGreaterThanOrEqual(30)
    const others = (await all()).channels
    expect(others.map(({ name }) => name)).toEqual(['Kênh khác', 'Kênh xã'])
    expect(others[0]?.lastGoodAt).toBeNull()
  })

  it('lists what is held, unknown and failed with its reason, newest first', async () => {
    const held = { state: 'held', wakeAt: null, heldBecause: 'late', heldMessage: 'Đã quá giờ đăng.' }
    const failed = { state: 'failed', wakeAt: null, failureCode: '368', failureMessage: 'Bị từ chối.' }
    const ids = [
      ...(await posts(channel, 1, () => held)),
      ...(await posts(channel, 1, () => ({ state: 'unknown', wakeAt: at(600), failureMessage: 'Mất liên lạc.' }))),
      ...(await posts(channel, 1, () => failed)),
      ...(await posts(foreign, 1, () => held)),
    ]
    const { troubled, failures, counts, verdict } = await mine()
    expect(troubled).toMatchObject([
      { id: ids[1], state: 'unknown', because: null, message: 'Mất liên lạc.' },
      { id: ids[0], state: 'held', because: 'late', message: 'Đã quá giờ đăng.', channel: channel.id },
    ])
    expect(failures).toMatchObject([{ id: ids[2], message: 'Bị từ chối.', code: '368' }])
    expect(counts).toMatchObject({ held: 1, unknown: 1, failed: 1 })
    expect(verdict.reasons.map(({ vi }) => vi.slice(0, 14))).toEqual(['1 bài bị giữ, ', '1 bài chưa rõ '])
    stage.clock.pass(8 * 86_400)
    await stage.engine.rows.update('workers', { name: 'a:1' }, { seenAt: at(0) })
    expect((await mine()).failures).toEqual([])
    await clear(ids)
  })

  it('tells how long each connection still holds, and that one that renews itself has no end', async () => {
    const lasting = await addChannel(stage, 'zalo', { organization: houses.own, name: 'OA xã', expiresAt: at(86_400) })
    await stage.engine.rows.update('channels', { id: channel.id }, { expiresAt: at(3.5 * 86_400) })
    const { channels, verdict } = await mine()
    expect(channels).toMatchObject([
      { name: 'Kênh xã', daysLeft: 3 },
      { name: 'OA xã', daysLeft: null, expiresAt: null },
    ])
    expect(verdict.reasons.map(({ vi }) => vi)).toEqual(['Kết nối của kênh “Kênh xã” còn 3 ngày.'])
    await stage.engine.rows.update('channels', { id: channel.id }, { expiresAt: null })
    await stage.engine.rows.update('channels', { id: lasting.id }, { organization: houses.foreign })
  })

  it('counts what goes out in the next 24 hours, by the hour', async () => {
    const hours = [0.5 / 60, 2, 2, 23.9, 25]
    const ids = await posts(channel, hours.length, (index) => ({ wakeAt: at((hours[index] ?? 0) * 3600) }))
    const { upcoming } = await mine()
    expect(upcoming).toMatchObject({ total: 4, isCapped: false })
    expect(upcoming.hours).toHaveLength(24)
    const first = upcoming.hours[0]?.from.getTime() ?? 0
    expect(first % 3_600_000).toBe(0)
    const place = Math.floor((at(2 * 3600).getTime() - first) / 3_600_000)
    expect(upcoming.hours[place]?.count).toBe(2)
    await clear(ids)
  })
})
