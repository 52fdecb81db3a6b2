/** The platform's budget of calls: told in headers, eased before it is spent, waited for when it is. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { channel } from '@/channels/facebook'
import { restUntil } from '@/channels/facebook/api/usage'
import { anItem } from '../../support/items'
import { calm, openStage, type Stage } from './stage'

const NOW = new Date('2026-11-26T02:00:00Z')
const minutes = (headers: HeadersInit) => {
  const until = restUntil(new Headers(headers), NOW)
  return until && (until.getTime() - NOW.getTime()) / 60_000
}
const app = (percent: number) => ({
  'x-app-usage': JSON.stringify({ call_count: percent, total_time: 3, total_cputime: 1 }),
})
const page = (entry: Record<string, unknown>) => ({
  'x-business-use-case-usage': JSON.stringify({ '100200': [{ type: 'pages', ...entry }] }),
})

describe('the headers', () => {
  it.each([
    [79, null],
    [80, 10],
    [94, 10],
    [95, 30],
    [100, 60],
  ])('at %i percent ask for a rest of %s minutes', (percent, rest) => {
    expect(minutes(app(percent))).toBe(rest)
    expect(minutes(page({ call_count: percent }))).toBe(rest)
    expect(minutes({ 'x-page-usage': JSON.stringify({ total_cputime: percent }) })).toBe(rest)
  })

  it('count the highest share, whichever it is', () => {
    expect(minutes(page({ call_count: 3, total_time: 85, total_cputime: 1 }))).toBe(10)
    expect(minutes({ ...app(2), ...page({ total_cputime: 96 }) })).toBe(30)
  })

  it('ask for as long as the platform estimates when that is longer', () => {
    expect(minutes(page({ call_count: 100, estimated_time_to_regain_access: 240 }))).toBe(240)
    expect(minutes(page({ call_count: 100, estimated_time_to_regain_access: 2 }))).toBe(60)
  })

  it('that are missing, broken or about advertising say nothing', () => {
    expect(minutes({})).toBeNull()
    expect(minutes({ 'x-app-usage': 'not json', 'x-business-use-case-usage': '{"1":{}}' })).toBeNull()
    expect(minutes(page({ type: 'ads_insights', call_count: 99 }))).toBeNull()
    expect(minutes(page({}))).toBeNull()
  })
})

describe('a Page whose budget runs out', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage()
  })
  afterEach(() => calm(stage))
  afterAll(() => stage.platform.close())

  it('is eased while its post still goes out', async () => {
    stage.turn({ usagePercent: 85 })
    const recorded = stage.record()
    const item = anItem()
    await stage.publish(stage.draft(item), recorded)
    expect(stage.onWall(item)).toHaveLength(1)
    expect(recorded.eased[0]?.getTime()).toBeGreaterThan(stage.platform.now().getTime() + 9 * 60_000)
  })

  it('is eased by the bytes of a reel too, and by what only reads', async () => {
    stage.turn({ usagePercent: 96 })
    const recorded = stage.record()
    await channel.audience(recorded.call)
    expect(recorded.eased.length).toBeGreaterThan(0)
    const reel = stage.record()
    await stage.publish(stage.draft(stage.item('reel', [stage.film()])), reel)
    expect(reel.eased.length).toBeGreaterThanOrEqual(4)
  })

  it('is left alone while nothing is told', async () => {
    const recorded = stage.record()
    await stage.publish(stage.draft(anItem()), recorded)
    expect(recorded.eased).toEqual([])
  })

  it('keeps its answer when the rest could not be written down', async () => {
    stage.turn({ usagePercent: 85 })
    const recorded = stage.record()
    recorded.call.ease = () => Promise.reject(new Error('the database is away'))
    const item = anItem()
    await stage.publish(stage.draft(item), recorded)
    expect(stage.onWall(item)).toHaveLength(1)
    expect(recorded.lines.join('\n')).toContain('could not slow the channel down')
  })

  it('tells a person when another version answers than was asked for', async () => {
    const recorded = stage.record()
    const { http } = recorded.call
    recorded.call.http = async (request) => {
      const { headers, ...answer } = await http(request)
      return { ...answer, headers: new Headers({ ...Object.fromEntries(headers), 'facebook-api-version': 'v27.0' }) }
    }
    await channel.audience(recorded.call)
    expect(recorded.lines.join('\n')).toContain('"served":"v27.0","asked":"v26.0"')
    const usual = stage.record()
    await channel.audience(usual.call)
    expect(usual.lines).toEqual([])
  })

  it('is refused at 100 percent, for as long as the header says', async () => {
    stage.turn({ usagePercent: 100 })
    const item = anItem()
    expect(await stage.failToPublish(stage.draft(item), stage.record())).toMatchObject({
      kind: 'throttled',
      code: '80001',
      retryAfter: 15 * 60,
    })
    expect(stage.onWall(item)).toEqual([])
  })

  it('fills up by calling', async () => {
    stage.turn({ callsADay: 60 })
    const recorded = stage.record()
    const call = async () => channel.audience(recorded.call).catch((failure: unknown) => failure)
    for (let calls = 0; calls < 40; calls += 1) await call()
    expect(recorded.eased.length).toBeGreaterThan(0)
    expect(await call()).toMatchObject({ kind: 'throttled', code: '80001' })
    stage.platform.pass(25 * 3_600)
    expect(await call()).toHaveLength(3)
  })

  it('is blocked for posting too fast, and for no other reason', async () => {
    stage.turn({ floodPosts: 2, blockMinutes: 30 })
    stage.platform.pass(3_600)
    for (let posts = 0; posts < 2; posts += 1) await stage.publish(stage.draft(anItem()))
    const refusal = { kind: 'throttled', code: '368/1390008' }
    expect(await stage.failToPublish(stage.draft(anItem()), stage.record())).toMatchObject(refusal)
    stage.platform.pass(29 * 60)
    expect(await stage.failToPublish(stage.draft(anItem()), stage.record())).toMatchObject(refusal)
    stage.platform.pass(2 * 60)
    await stage.publish(stage.draft(anItem()))
  })
})
