import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ChannelRow } from '@/engine/rows'
import { readTruth } from '@/engine/truth'
import type { Value } from '@/platform/database'
import { holdReasons } from '@/publishing/due'
import { addChannel, addPublication, insertMany } from '../../support/engine/publication'
import { openStage, type Stage } from '../../support/engine'
import { runJob } from '../../support/engine/rest'
import { unanswered } from './failing'
import { times } from './situation'

const token = 'ma-truy-cap-so-lieu-2026'

/** One line of the text form: `name{label="value",…} 12.5`. */
const line = /^([a-z_]+)(?:\{((?:[a-z_]+="(?:[^"\\\n]|\\.)*",?)+)\})? (-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)$/

describe('GET /api/metrics', () => {
  let stage: Stage
  let channel: ChannelRow

  beforeAll(async () => {
    stage = await openStage(import.meta.url, { METRICS_TOKEN: token })
    channel = await addChannel(stage, 'telegram', { name: 'Kênh “một”', expiresAt: at(3 * 86_400), notBefore: at(-1) })
  })
  afterAll(() => stage?.close())

  const at = (seconds: number) => new Date(Math.floor(stage.clock.now().getTime() / 1000 + seconds) * 1000)

  async function get(authorization?: string): Promise<Response> {
    const { GET } = await import('@/app/api/metrics/route')
    return GET(new Request('http://localhost/api/metrics', authorization ? { headers: { authorization } } : {}))
  }

  /** Every sample by its name and labels, as Prometheus would keep them. */
  async function scrape(): Promise<Map<string, number>> {
    const text = await (await get(`Bearer ${token}`)).text()
    const lines = text.split('\n').filter((each) => each !== '')
    const described = new Set(lines.flatMap((each) => /^# HELP (\S+) \S/.exec(each)?.[1] ?? []))
    const gauges = new Set(lines.flatMap((each) => /^# TYPE (\S+) gauge$/.exec(each)?.[1] ?? []))
    const samples = lines.filter((each) => !each.startsWith('#')).map((each) => line.exec(each) ?? [each])
    expect(samples.filter(({ length }) => length === 1)).toEqual([])
    for (const [, name = ''] of samples) expect(described.has(name) && gauges.has(name), name).toBe(true)
    return new Map(
      samples.map(([, name, labels, value]) => [labels ? `${name}{${labels}}` : String(name), Number(value)]),
    )
  }

  async function posts(count: number, over: Record<string, Value>): Promise<string[]> {
    const ids = await insertMany(stage, channel, count)
    for (const id of ids) await stage.engine.rows.update('publications', { id }, over)
    return ids
  }

  it('is closed to whoever has no token, or another one', async () => {
    for (const given of [undefined, 'Bearer', `Bearer ${token}x`, `Basic ${token}`, token]) {
      const answer = await get(given)
      expect(answer.status, given).toBe(401)
      expect(answer.headers.get('www-authenticate')).toBe('Bearer')
      expect(await answer.json()).toEqual({
        errors: [{ code: 'token_wrong', message: expect.stringMatching(/không đúng/) }],
      })
    }
  })

  it('is Prometheus text that nothing keeps', async () => {
    const answer = await get(`Bearer ${token}`)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect((await scrape()).size).toBeGreaterThan(20)
  })

  it('tells what waits, what stands and why, as the rows have it', async () => {
    const publication = await addPublication(stage, 'telegram', { channel, over: { dueAt: at(-30) } })
    expect(await runJob(stage, 'publish', { publication: publication.id })).toEqual({ done: 'published' })
    const waiting = await posts(2, { wakeAt: at(-50) })
    const held = [
      ...(await posts(2, { state: 'held', wakeAt: null, heldBecause: 'late' })),
      ...(await posts(1, { state: 'held', wakeAt: null, heldBecause: 'inspection' })),
    ]
    await posts(1, { state: 'unknown', wakeAt: at(600) })
    stage.clock.pass(61)
    const samples = await scrape()
    const platform = 'platform="telegram"'
    expect(samples.get(`lantoa_publications{state="held",${platform}}`)).toBe(held.length)
    expect(samples.get(`lantoa_publications{state="scheduled",${platform}}`)).toBe(waiting.length)
    expect(samples.get(`lantoa_publications{state="published",${platform}}`)).toBe(1)
    expect(samples.get('lantoa_publications{state="published",platform="facebook"}')).toBe(0)
    expect(samples.get('lantoa_publications_due')).toBe(waiting.length)
    expect(samples.get('lantoa_oldest_due_age_seconds')).toBeCloseTo(111, -1)
    for (const reason of holdReasons) {
      const count = { late: 2, inspection: 1 }[reason as string] ?? 0
      expect(samples.get(`lantoa_held{reason="${reason}"}`), reason).toBe(count)
    }
    expect(samples.get('lantoa_published_in_window{window="hour"}')).toBe(1)
    expect(samples.get('lantoa_lateness_seconds{window="hour",quantile="0.99"}')).toBeGreaterThanOrEqual(30)
    expect(samples.get('lantoa_upcoming{offset="0"}')).toBe(waiting.length)
  })

  it('tells of every channel what is known, and leaves out what is not', async () => {
    const samples = await scrape()
    const own = `channel="${channel.id}",platform="telegram"`
    const { publishedAt } = (
      await stage.engine.rows.find<{ id: string; publishedAt: Date }>('publications', {
        where: { channel: channel.id, state: 'published' },
      })
    )[0] ?? { publishedAt: null }
    expect(samples.get(`lantoa_channel_state{${own},state="connected"}`)).toBe(1)
    expect(samples.get(`lantoa_channel_last_good_timestamp_seconds{${own}}`)).toBe((publishedAt?.getTime() ?? 0) / 1000)
    const expiresAt = (await stage.channel(channel.id)).expiresAt?.getTime() ?? 0
    expect(samples.get(`lantoa_channel_expiry_timestamp_seconds{${own}}`)).toBe(expiresAt / 1000)
    expect([...samples.keys()].filter((key) => key.startsWith('lantoa_channel_eased_until'))).toEqual([])
  })

  it('tells what is paused, and of what', async () => {
    const pausing = { because: 'Diễn tập', actor: { id: 'x', name: 'Người trực' } }
    const paused = async () => {
      const samples = await scrape()
      return ['everything', 'organization', 'channel'].map((what) => samples.get(`lantoa_paused{what="${what}"}`))
    }
    expect(await paused()).toEqual([0, 0, 0])
    await stage.pauseEverything(stage.engine, pausing)
    await stage.pauseOrganization(stage.engine, stage.organization, pausing)
    expect(await paused()).toEqual([1, 1, 0])
    await stage.resumeEverything(stage.engine, pausing.actor)
    await stage.resumeOrganization(stage.engine, stage.organization, pausing.actor)
  })

  it('tells which channel is left alone, as the truth page does', async () => {
    const { countFailure } = await import('@/engine/channel/breaker/count')
    const other = await addChannel(stage, 'telegram', { name: 'Kênh hai' })
    for (const _failure of times(5, () => null)) await countFailure(stage.engine, other, unanswered)
    const samples = await scrape()
    const broken = (id: string) => samples.get(`lantoa_channel_broken{channel="${id}",platform="telegram"}`)
    expect([broken(channel.id), broken(other.id)]).toEqual([0, 1])
    expect(samples.get(`lantoa_channel_failures_in_a_row{channel="${other.id}",platform="telegram"}`)).toBe(5)
    const { channels, verdict } = await readTruth(stage.engine, 'everything')
    const { brokenAt, probeAt } = await stage.channel(other.id)
    expect(channels.find(({ id }) => id === other.id)?.broken).toEqual({ since: brokenAt, probeAt })
    expect(verdict.reasons.map(({ vi }) => vi)).toContain(
      'Kênh “Kênh hai” tạm ngừng gửi vì nền tảng lỗi liên tiếp; hệ thống đang tự thử lại.',
    )
  })

  it('tells of the workers and their clocks, and of what is counted in rows of its own', async () => {
    const { rows } = stage.engine
    await rows.insert('workers', {
      name: 'a:1',
      startedAt: at(-600),
      seenAt: at(-20),
      clockSkewMs: 2500,
      version: '1.2',
    })
    await rows.insert('workers', { name: 'b:2', startedAt: at(-9000), seenAt: at(-100) })
    await rows.insert('counters', { key: 'forged "webhook"\n', total: 4 })
    await rows.insert('budgets', { key: 'youtube|upload|app-1|2026-11-27', used: 1600 })
    const samples = await scrape()
    expect(samples.get('lantoa_workers{state="alive"}')).toBe(1)
    expect(samples.get('lantoa_workers{state="missing"}')).toBe(1)
    expect(samples.get('lantoa_worker_clock_skew_seconds{worker="a:1"}')).toBe(2.5)
    expect(samples.get('lantoa_worker_heartbeat_age_seconds{worker="a:1"}')).toBeCloseTo(20, -1)
    expect(samples.get('lantoa_worker_info{worker="a:1",version="1.2"}')).toBe(1)
    expect(samples.get('lantoa_events_total{event="forged \\"webhook\\"\\n"}')).toBe(4)
    const budget = 'platform="youtube",budget="upload",owner="app-1",window="2026-11-27"'
    expect(samples.get(`lantoa_budget_used{${budget}}`)).toBe(1600)
  })
})
