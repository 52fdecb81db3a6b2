/** Numbers, and honest holes where there are none. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Live, Metric, Reading } from '@/channels/contract'
import { channel } from '@/channels/youtube'
import { lookalike } from '@/sandbox/youtube'
import { issueToken, SCOPES } from '@/sandbox/youtube/account/tokens'
import { openStage, type Stage } from './support/stage'

const DAY = 24 * 3_600

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
beforeEach(() => stage.calm())
afterAll(() => stage.platform.close())

const pick = (readings: Reading[], metric: Metric) => readings.find((reading) => reading.metric === metric)

/** The token of an hour ago is renewed first. */
async function passDays(days: number) {
  stage.platform.pass(days * DAY)
  const renewed = await channel.renew?.(stage.call())
  stage.platform.credentials = renewed?.credentials as Record<string, string>
}

function act(name: string, { remoteId }: Live, text = '') {
  lookalike.acts?.[name]?.act(stage.desk, { account: stage.platform.account, id: remoteId }, text)
}

describe('counters', () => {
  it('are read from strings, and rise with what the public does', async () => {
    const live = await stage.publish()
    const before = await channel.measure([live], stage.call())
    act('view', live)
    act('like', live)
    act('comment', live, 'Rất bổ ích')
    act('comment', live, 'Cảm ơn')
    const after = await channel.measure([live], stage.call())
    const risen = (metric: Metric) => Number(pick(after, metric)?.value) - Number(pick(before, metric)?.value)
    expect([risen('views'), risen('reactions'), risen('comments')]).toEqual([1, 1, 2])
  })

  it('that are hidden have a reason instead of a number', async () => {
    stage.mood({ hideLikes: true })
    const readings = await channel.measure([await stage.publish()], stage.call())
    expect(pick(readings, 'views')).toMatchObject({ value: expect.any(Number) })
    expect(pick(readings, 'reactions')).toMatchObject({ value: null, because: expect.stringContaining('ẩn') })
  })

  it('of a video that was taken down are all empty, those of the others are there', async () => {
    const [gone, kept] = [await stage.publish(), await stage.publish()]
    act('remove', gone)
    const readings = await channel.measure([gone, kept], stage.call())
    const of = ({ publication }: Live) => readings.filter((reading) => reading.publication === publication)
    for (const reading of of(gone))
      expect(reading).toMatchObject({ value: null, because: 'Video không còn trên YouTube.' })
    expect(pick(of(kept), 'views')).toMatchObject({ value: expect.any(Number) })
  })

  it('of people reached are never made up', async () => {
    const readings = await channel.measure([await stage.publish()], stage.call())
    expect(pick(readings, 'reach')).toMatchObject({ value: null, because: expect.stringContaining('không cho biết') })
  })

  it('are asked for by fifty at a time', async () => {
    const live = await stage.publish()
    const posts = Array.from({ length: 120 }, (_nothing, place) => ({ ...live, publication: `bai-${place}` }))
    const { call, requests } = stage.record()
    const readings = await channel.measure(posts, call)
    expect(requests.filter((request) => request.includes('batchGetStats'))).toHaveLength(3)
    expect(readings.filter(({ metric, value }) => metric === 'views' && value !== null)).toHaveLength(120)
  })

  it('come from the list when the batch is not known there', async () => {
    const live = await stage.publish()
    const { call, requests } = stage.record()
    const readings = await channel.measure([live], {
      ...call,
      http: async (request) =>
        request.url.includes('batchGetStats')
          ? { status: 404, headers: new Headers(), text: 'Not Found' }
          : call.http(request),
    })
    expect(pick(readings, 'views')).toMatchObject({ value: expect.any(Number) })
    expect(requests.some((request) => request.endsWith('/youtube/v3/videos'))).toBe(true)
  })
})

describe('minutes watched', () => {
  it('are not there yet for a young video: the report has no row for it', async () => {
    const readings = await channel.measure([await stage.publish()], stage.call())
    expect(pick(readings, 'minutes')).toMatchObject({
      value: null,
      because: expect.stringContaining('2-3 ngày'),
      apiVersion: 'analytics v2',
    })
  })

  it('come days later, without the last three, and only for the videos that have a row', async () => {
    const old = await stage.publish()
    await passDays(10)
    const young = await stage.publish()
    const readings = await channel.measure([old, young], stage.call())
    const of = ({ publication }: Live) => readings.filter((reading) => reading.publication === publication)
    expect(pick(of(old), 'minutes')).toMatchObject({ value: 8 * 45 })
    expect(pick(of(young), 'minutes')).toMatchObject({ value: null })
    expect(pick(of(young), 'views')).toMatchObject({ value: expect.any(Number) })
  })

  it.each([
    ['rows are left out', {}],
    ['rows are empty', { rows: [] }],
    ['a row holds no number', { rows: [['id', null, null]] }],
  ])('are empty when %s', async (_when, body) => {
    const live = await stage.publish()
    expect(await minutesOf(live, { status: 200, body: { columnHeaders: COLUMNS, ...body } })).toMatchObject({
      value: null,
      because: expect.stringContaining('chưa có số'),
    })
  })

  it('are found by the names of the columns, in whatever order they come', async () => {
    const live = await stage.publish()
    const columnHeaders = [{ name: 'estimatedMinutesWatched' }, { name: 'views' }, { name: 'video' }]
    const body = { columnHeaders, rows: [[77, 5, live.remoteId]] }
    expect(await minutesOf(live, { status: 200, body })).toMatchObject({ value: 77 })
  })

  it.each([
    [400, 'badRequest', 'The query is not supported.', 'không trả lời được'],
    [403, 'forbidden', 'Forbidden', 'chưa có quyền'],
    [503, 'backendError', 'Backend Error', 'tạm thời'],
  ])('that YouTube refuses (%d %s) do not spoil the counters', async (status, reason, message, words) => {
    const live = await stage.publish()
    const body = { error: { code: status, message, errors: [{ domain: 'global', reason, message }] } }
    expect(await minutesOf(live, { status, body })).toMatchObject({
      value: null,
      because: expect.stringContaining(words),
    })
  })

  it('are missing where the permission is', async () => {
    const live = await stage.publish()
    const { account: owner, credentials } = stage.platform
    const scope = SCOPES.replace(/ \S*yt-analytics\S*/, '')
    const grant = { refreshToken: '', client: credentials['clientId'] ?? '', channel: owner, scope, isRevoked: false }
    const call = { ...stage.call(), credentials: { ...credentials, accessToken: issueToken(stage.desk, grant) } }
    const readings = await channel.measure([live], call)
    expect(pick(readings, 'minutes')).toMatchObject({ value: null, because: expect.stringContaining('quyền') })
    expect(pick(readings, 'views')).toMatchObject({ value: expect.any(Number) })
  })
})

const COLUMNS = [{ name: 'video' }, { name: 'views' }, { name: 'estimatedMinutesWatched' }]

/** With an answer of the report's own. */
async function minutesOf(live: Live, { status, body }: { status: number; body: unknown }) {
  const call = stage.call()
  const readings = await channel.measure([live], {
    ...call,
    http: async (request) =>
      request.url.includes('/v2/reports')
        ? { status, headers: new Headers(), text: JSON.stringify(body) }
        : call.http(request),
  })
  expect(pick(readings, 'views')).toMatchObject({ value: expect.any(Number) })
  return pick(readings, 'minutes')
}
