import { describe, expect, it } from 'vitest'
import { type Counted, describeStanding, type Quota, standingOf } from '@/planning/quota'

const november = { from: new Date('2026-10-31T17:00:00.000Z'), to: new Date('2026-11-30T17:00:00.000Z') }

const quota = (over: Partial<Quota> = {}): Quota => ({
  title: 'Định mức 2 bài/tháng cho người cao tuổi',
  count: 2,
  per: 'month',
  countsPosts: false,
  kinds: [],
  audiences: [],
  topics: [],
  platforms: [],
  from: null,
  to: null,
  ...over,
})

const post = (content: string, over: Partial<Counted> = {}): Counted => ({
  content,
  kind: 'articles',
  platform: 'facebook',
  audiences: ['elderly'],
  topics: ['canh-bao'],
  publishedAt: new Date('2026-11-10T03:00:00.000Z'),
  dueAt: new Date('2026-11-10T03:00:00.000Z'),
  ...over,
})

const waiting = (content: string, over: Partial<Counted> = {}) => post(content, { publishedAt: null, ...over })

const count = (rows: Counted[], over: Partial<Quota> = {}) => {
  const { published, scheduled, missing } = standingOf(quota(over), rows, november)
  return [published, scheduled, missing]
}

describe('A quota', () => {
  it('counts an item once, wherever it went out', () => {
    const rows = [post('a'), post('a', { platform: 'zalo' }), post('a', { platform: 'site' }), post('b')]
    expect(count(rows)).toEqual([2, 0, 0])
  })

  it('counts every post when it says so', () => {
    const rows = [post('a'), post('a', { platform: 'zalo' }), waiting('a', { platform: 'site' }), waiting('b')]
    expect(count(rows, { countsPosts: true, count: 5 })).toEqual([2, 2, 1])
  })

  it('counts an item that is live on one channel and waits on another as live only', () =>
    expect(count([post('a'), waiting('a', { platform: 'zalo' })])).toEqual([1, 0, 1]))

  it('counts an item that waits on two channels once', () =>
    expect(count([waiting('a'), waiting('a', { platform: 'zalo' })])).toEqual([0, 1, 1]))

  it('owes nothing more when there is more than enough', () =>
    expect(count([post('a'), post('b'), post('c')])).toEqual([3, 0, 0]))

  it('owes everything when there is nothing', () => expect(count([])).toEqual([0, 0, 2]))

  it.each([
    ['kinds', { kinds: ['clips'] }],
    ['platforms', { platforms: ['youtube'] }],
    ['audiences', { audiences: ['youth'] }],
    ['topics', { topics: ['phap-luat'] }],
  ])('leaves out what is not of its %s', (_name, over) => expect(count([post('a')], over)).toEqual([0, 0, 2]))

  it('takes one of several audiences', () =>
    expect(count([post('a', { audiences: ['youth', 'elderly'] })], { audiences: ['elderly'] })).toEqual([1, 0, 1]))

  it('needs all of its conditions at once', () => {
    const over = { kinds: ['clips'], audiences: ['elderly'], platforms: ['youtube'] }
    expect(count([post('a', { kind: 'clips' }), post('b', { platform: 'youtube' })], over)).toEqual([0, 0, 2])
    expect(count([post('c', { kind: 'clips', platform: 'youtube' })], over)).toEqual([1, 0, 1])
  })

  it.each([
    ['the first moment', november.from, 1],
    ['a millisecond before it', new Date(november.from.getTime() - 1), 0],
    ['the last moment', new Date(november.to.getTime() - 1), 1],
    ['the first of the next', november.to, 0],
  ])('counts what went live at %s of its period', (_when, publishedAt, published) => {
    expect(count([post('a', { publishedAt })])[0]).toBe(published)
    expect(count([waiting('a', { dueAt: publishedAt })])[1]).toBe(published)
  })

  it('counts by the hour at which a post went live, not by the hour it was due', () => {
    const dueAt = new Date(november.from.getTime() - 60_000)
    expect(count([post('a', { dueAt, publishedAt: november.from })])[0]).toBe(1)
  })

  it('is told in one Vietnamese sentence', () => {
    const standing = standingOf(quota(), [post('a'), waiting('b')], november)
    expect(describeStanding(quota(), standing)).toBe('Định mức 2 bài/tháng cho người cao tuổi: đã đăng 1, đã hẹn 1')
    expect(describeStanding(quota(), standingOf(quota(), [], november))).toMatch(/đã đăng 0, đã hẹn 0, còn thiếu 2$/)
  })
})
