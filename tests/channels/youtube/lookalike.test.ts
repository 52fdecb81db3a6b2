/** The look-alike itself: what a driver that is wrong would meet there. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { connect } from 'node:net'
import { http } from '@/platform/http'
import type { HttpRequest } from '@/platform/http/contract'
import { lookalike } from '@/sandbox/youtube'
import { grantOf, rememberGrant } from '@/sandbox/youtube/account/grants'
import { entriesOf } from '@/sandbox/youtube/extras/playlists'
import { playlistFor } from './support/shapes'
import { NAME, openStage, type Stage } from './support/stage'

const UNIT = 262_144

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
beforeEach(() => stage.calm())
afterAll(() => stage.platform.close())

type Asked = {
  path: string
  method?: HttpRequest['method']
  headers?: Record<string, string>
  body?: string | Uint8Array
}

async function ask({ path, method = 'GET', headers = {}, body }: Asked) {
  const authorization = `Bearer ${stage.platform.credentials['accessToken']}`
  const url = `${stage.platform.addresses['GOOGLE_API_URL']}${path}`
  const answer = await http({
    method,
    url,
    headers: { authorization, ...headers },
    ...(body === undefined ? {} : { body }),
  })
  const json = answer.text.startsWith('{') ? (JSON.parse(answer.text) as Record<string, unknown>) : {}
  return { ...answer, json, reason: reasonOf(json) }
}

function reasonOf({ error }: Record<string, unknown>): string | null {
  return (error as { errors?: { reason: string }[] } | undefined)?.errors?.[0]?.reason ?? null
}

type Text = { snippet?: object; status?: object; localizations?: object }

function open({ snippet = {}, status = {}, ...more }: Text = {}, total = 3 * UNIT) {
  const body = JSON.stringify({ snippet: { title: 'Một video', ...snippet }, status, ...more })
  const headers = { 'x-upload-content-length': String(total), 'x-upload-content-type': 'video/mp4' }
  return ask({
    method: 'POST',
    path: '/upload/youtube/v3/videos?uploadType=resumable&part=snippet,status',
    headers,
    body,
  })
}

const put = (address: string | null, range: string, bytes = new Uint8Array()) =>
  http({ method: 'PUT', url: address ?? '', headers: { 'content-range': range }, body: bytes })

async function make(text: Text = {}) {
  const address = (await open(text, 100)).headers.get('location')
  const answer = await put(address, 'bytes 0-99/100', film(100))
  return { status: answer.status, id: (JSON.parse(answer.text) as { id: string }).id }
}

function film(size: number): Uint8Array {
  const bytes = new Uint8Array(size)
  bytes.set(new TextEncoder().encode('\0\0\0\x18ftypmp42'))
  return bytes
}

const statusOf = async (id: string) => {
  const { json } = await ask({ path: `/youtube/v3/videos?part=status&id=${id}` })
  return (json['items'] as { status: Record<string, unknown> }[])[0]?.status
}

describe('an upload session', () => {
  it('answers 308 without a range as long as it holds nothing', async () => {
    const address = (await open()).headers.get('location')
    const asked = await put(address, `bytes */${3 * UNIT}`)
    expect([asked.status, asked.headers.get('range')]).toEqual([308, null])
  })

  it('keeps whole units of 256 KiB only, and says what it holds', async () => {
    const address = (await open()).headers.get('location')
    const size = UNIT + 1_000
    const some = await put(address, `bytes 0-${size - 1}/${3 * UNIT}`, film(size))
    expect([some.status, some.headers.get('range')]).toEqual([308, `bytes=0-${UNIT - 1}`])
    const gap = await put(address, `bytes ${2 * UNIT}-${3 * UNIT - 1}/${3 * UNIT}`, new Uint8Array(UNIT))
    expect([gap.status, gap.headers.get('range')]).toEqual([308, `bytes=0-${UNIT - 1}`])
  })

  it('keeps what had come when the line was cut in the middle of a chunk', async () => {
    const address = new URL((await open()).headers.get('location') ?? '')
    await sendHalf(address, 2 * UNIT)
    await expect
      .poll(async () => (await put(address.href, `bytes */${3 * UNIT}`)).headers.get('range'))
      .toBe(`bytes=0-${UNIT - 1}`)
  })

  it('repeats its first answer when it is asked after the end', async () => {
    const address = (await open({}, 100)).headers.get('location')
    const first = await put(address, 'bytes 0-99/100', film(100))
    const asked = await put(address, 'bytes */100')
    expect([first.status, asked.status]).toEqual([201, 201])
    expect(JSON.parse(asked.text)).toMatchObject({ id: JSON.parse(first.text).id })
  })

  it('is one video each: the same text sent in two sessions is there twice', async () => {
    const [one, other] = [await make(), await make()]
    expect(one.id).not.toBe(other.id)
  })

  it('is unknown when its time is over', async () => {
    const address = (await open()).headers.get('location')
    stage.mood({ sessionSeconds: -1 })
    expect((await put(address, `bytes */${3 * UNIT}`)).status).toBe(404)
  })
})

/** A request that says how much it will send, sends a little more than half, and is gone. */
function sendHalf(address: URL, size: number): Promise<void> {
  const head = [
    `PUT ${address.pathname}${address.search} HTTP/1.1`,
    `host: ${address.host}`,
    `content-length: ${size}`,
    `content-range: bytes 0-${size - 1}/${3 * UNIT}`,
  ]
  return new Promise((resolve) => {
    const socket = connect(Number(address.port), address.hostname, () => {
      socket.write(`${head.join('\r\n')}\r\n\r\n`)
      socket.write(film(UNIT + 5_000), () => socket.end(() => socket.destroy()))
    })
    socket.on('close', () => resolve())
  })
}

describe('what it takes for a video', () => {
  it.each([
    ['invalidTitle', { snippet: { title: '' } }],
    ['invalidTitle', { snippet: { title: 'a'.repeat(101) } }],
    ['invalidTitle', { snippet: { title: 'a <b>' } }],
    ['invalidDescription', { snippet: { description: 'ệ'.repeat(1_667) } }],
    ['invalidDescription', { snippet: { description: 'a > b' } }],
    ['invalidTags', { snippet: { tags: Array.from({ length: 51 }, () => 'an toàn') } }],
    ['invalidCategoryId', { snippet: { categoryId: 'giáo dục' } }],
    ['invalidVideoMetadata', { status: { privacyStatus: 'hidden' } }],
    ['invalidPublishAt', { status: { privacyStatus: 'public', publishAt: '2027-01-01T00:00:00Z' } }],
    ['invalidPublishAt', { status: { privacyStatus: 'private', publishAt: 'tomorrow' } }],
    ['defaultLanguageNotSet', { localizations: { en: { title: 'A video' } } }],
  ])('%s: %j', async (reason, text) => {
    expect(await open(text)).toMatchObject({ status: 400, reason })
  })

  it('counts bytes of the description and characters of the title', async () => {
    const text = { title: 'ệ'.repeat(100), description: 'ệ'.repeat(1_666) }
    expect(await open({ snippet: text })).toMatchObject({ status: 200 })
  })

  it('is public when nobody says who may see it', async () => {
    expect(await statusOf((await make()).id)).toMatchObject({ privacyStatus: 'public' })
  })

  it('is public at once with an hour in the past, and at its hour with one in the future', async () => {
    const at = (seconds: number) => new Date(stage.platform.now().getTime() + seconds * 1000).toISOString()
    const past = await make({ status: { privacyStatus: 'private', publishAt: at(-5) } })
    expect(await statusOf(past.id)).toMatchObject({ privacyStatus: 'public' })
    const future = await make({ status: { privacyStatus: 'private', publishAt: at(60) } })
    expect(await statusOf(future.id)).toMatchObject({ privacyStatus: 'private', publishAt: at(60) })
    stage.platform.pass(61)
    const open = await statusOf(future.id)
    expect([open?.['privacyStatus'], open?.['publishAt']]).toEqual(['public', undefined])
  })

  it('cannot get an hour again once the public saw it', async () => {
    const { id } = await make()
    const status = { privacyStatus: 'private', publishAt: '2027-01-01T00:00:00Z' }
    const body = JSON.stringify({ id, status })
    expect(await ask({ method: 'PUT', path: '/youtube/v3/videos?part=status', body })).toMatchObject({
      status: 400,
      reason: 'invalidPublishAt',
    })
  })
})

describe('what hangs on a video', () => {
  it('a picture that is none, or nothing at all, is refused', async () => {
    const { id } = await make()
    const set = (body: Uint8Array) =>
      ask({ method: 'POST', path: `/upload/youtube/v3/thumbnails/set?videoId=${id}`, body })
    expect(await set(new TextEncoder().encode('no picture'))).toMatchObject({ status: 400, reason: 'invalidImage' })
    expect(await set(new Uint8Array())).toMatchObject({ status: 400, reason: 'mediaBodyRequired' })
    const huge = new Uint8Array(52_428_801)
    huge.set([0xff, 0xd8, 0xff, 0xe0])
    expect(await set(huge)).toMatchObject({ status: 400, reason: 'invalidImage' })
  })

  it('a playlist takes the same video twice as two entries', async () => {
    const { id } = await make()
    const playlist = playlistFor(NAME)
    const snippet = { playlistId: playlist, resourceId: { kind: 'youtube#video', videoId: id } }
    const add = () =>
      ask({ method: 'POST', path: '/youtube/v3/playlistItems?part=snippet', body: JSON.stringify({ snippet }) })
    expect([(await add()).status, (await add()).status]).toEqual([200, 200])
    expect(entriesOf(stage.desk, playlist).filter(({ video }) => video === id)).toHaveLength(2)
  })
})

describe('its answers', () => {
  it('give counters as strings, and leave out what is gone', async () => {
    const [kept, gone] = [await make(), await make()]
    lookalike.acts?.['remove']?.act(stage.desk, { account: stage.platform.account, id: gone.id }, '')
    const { json } = await ask({ path: `/youtube/v3/videos?part=statistics&id=${kept.id}&id=${gone.id}` })
    expect(json['items']).toEqual([
      {
        kind: 'youtube#video',
        id: kept.id,
        statistics: expect.objectContaining({ viewCount: '11', favoriteCount: '0' }),
      },
    ])
  })

  it('refuse a list of videos without a filter: there is no `mine`', async () => {
    expect(await ask({ path: '/youtube/v3/videos?part=id&mine=true' })).toMatchObject({ status: 400 })
  })

  it('leave a very new video out of the uploads for as long as the list lags', async () => {
    const uploads = `/youtube/v3/playlistItems?part=snippet&playlistId=UU${stage.platform.account.slice(2)}&maxResults=50`
    stage.mood({ listLagSeconds: 60 })
    const { id } = await make()
    const has = async () => (await ask({ path: uploads })).text.includes(id)
    expect(await has()).toBe(false)
    stage.platform.pass(61)
    expect(await has()).toBe(true)
  })

  it('spend the quota of the Pacific day, and begin anew at midnight there by their own clock', async () => {
    const units = () => ask({ path: '/youtube/v3/channels?part=id&mine=true' })
    stage.mood({ unitsADay: 0, uploadsADay: 0 })
    expect(await units()).toMatchObject({ status: 403, reason: 'quotaExceeded' })
    expect(await open()).toMatchObject({ status: 429, reason: 'rateLimitExceeded' })
    expect((await open()).text).toContain("quota metric 'Video Uploads'")
    stage.mood({ unitsADay: 2, uploadsADay: 1 })
    stage.platform.pass(24 * 3_600)
    stage.platform.credentials = lookalike.open(stage.desk, NAME).credentials
    expect([(await units()).status, (await units()).status, (await units()).status]).toEqual([200, 200, 403])
    expect([(await open()).status, (await open()).status]).toEqual([200, 429])
  })

  it('drop the oldest of more than a hundred live refresh tokens without a word', () => {
    const grant = (place: number) => ({
      refreshToken: `1//0-${place}`,
      client: 'one.apps.googleusercontent.com',
      channel: stage.platform.account,
      scope: '',
      isRevoked: false,
    })
    for (let place = 0; place <= 100; place += 1) rememberGrant(stage.desk, grant(place))
    expect([grantOf(stage.desk, '1//0-0', 0), grantOf(stage.desk, '1//0-1', 0)?.refreshToken]).toEqual([null, '1//0-1'])
  })
})
