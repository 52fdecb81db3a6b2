/** What the look-alike refuses that our driver never sends, so that a wrong driver would be noticed. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { turn } from '@/sandbox/zalo/knobs'
import { openZalo, type ZaloBench } from './bench'

let bench: ZaloBench

beforeAll(async () => {
  bench = await openZalo()
})
afterEach(() => bench.platform.heal?.())
afterAll(() => bench.platform.close())

type Answer = { status: number; headers: Headers; error: number; message: string; data?: Record<string, unknown> }

async function ask(path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
  const answer = await fetch(`${bench.platform.addresses['ZALO_OPENAPI_URL']}/v2.0/${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { access_token: bench.platform.credentials['accessToken'] ?? '', ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  return {
    status: answer.status,
    headers: answer.headers,
    ...((await answer.json()) as Omit<Answer, 'status' | 'headers'>),
  }
}

async function article(over: Record<string, unknown> = {}) {
  return {
    type: 'normal',
    title: 'Tiêu đề',
    author: 'Tác giả',
    description: 'Mô tả',
    cover: { cover_type: 'photo', photo_url: bench.files.photo.renditions[1]?.url, status: 'show' },
    body: [{ type: 'text', content: 'Nội dung' }],
    ...over,
  }
}

describe('every failure', () => {
  it('comes with HTTP 200, a negative error, no data, and the headers of the limit', async () => {
    const answer = await ask('article/create', {})
    expect(answer).toMatchObject({ status: 200, error: -201 })
    expect(answer.data).toBeUndefined()
    expect(answer.headers.get('x-ratelimit-limit')).toBe('4000')
    expect(Number(answer.headers.get('x-ratelimit-remain'))).toBeLessThan(4_000)
  })

  it.each([
    ['title', { title: 'ệ'.normalize('NFD').repeat(60) }],
    ['title', { title: 'a'.repeat(151) }],
    ['description', { description: 'a'.repeat(301) }],
    ['author', { author: 'a'.repeat(51) }],
    ['cover', { cover: undefined }],
    ['body', { body: [] }],
  ])('names the field: %s', async (field, over) => {
    const answer = await ask('article/create', await article(over))
    expect(answer).toMatchObject({ error: -201, message: expect.stringContaining(field) })
  })

  it('of a picture address that is not encoded names the address', async () => {
    const cover = { cover_type: 'photo', photo_url: 'http://127.0.0.1/ảnh.jpg', status: 'show' }
    expect(await ask('article/create', await article({ cover }))).toMatchObject({ error: -201 })
  })
})

describe('an article', () => {
  it('is hidden and open to comments unless the request says otherwise', async () => {
    turn(bench.platform.desk, 'verifyLooks', 0)
    const { data } = await ask('article/create', await article())
    const verified = await ask('article/verify', { token: data?.['token'] })
    const detail = await ask(`article/getdetail?id=${String(verified.data?.['id'])}`)
    expect(detail.data).toMatchObject({ status: 'hide', comment: 'show' })
  })

  it('answers -214 as often as it is told to, then its id', async () => {
    turn(bench.platform.desk, 'verifyLooks', 2)
    const { data } = await ask('article/create', await article())
    const looks = []
    for (let count = 0; count < 3; count += 1)
      looks.push((await ask('article/verify', { token: data?.['token'] })).error)
    expect(looks).toEqual([-214, -214, 0])
    turn(bench.platform.desk, 'verifyLooks', 0)
  })
})

describe('who asks', () => {
  it.each([
    ['no token', { access_token: '' }, -216],
    ['a wrong proof', { appsecret_proof: '00' }, -242],
  ])('with %s is refused', async (_name, headers, error) => {
    expect((await ask('oa/getoa', undefined, headers)).error).toBe(error)
  })

  it('needs the secret of the application for a new pair', async () => {
    const { appId = '', refreshToken = '' } = bench.platform.credentials
    const form = { app_id: appId, refresh_token: refreshToken, grant_type: 'refresh_token' }
    const answer = await fetch(`${bench.platform.addresses['ZALO_OAUTH_URL']}/v4/oa/access_token`, {
      method: 'POST',
      headers: { secret_key: 'sai' },
      body: new URLSearchParams(form),
    })
    expect([answer.status, await answer.json()]).toEqual([200, expect.objectContaining({ error: -14002 })])
  })

  it('with a refresh token older than three months has to ask for consent again', async () => {
    bench.platform.pass(91 * 86_400)
    const { appId = '', appSecret = '', refreshToken = '' } = bench.platform.credentials
    const form = { app_id: appId, refresh_token: refreshToken, grant_type: 'refresh_token' }
    const answer = await fetch(`${bench.platform.addresses['ZALO_OAUTH_URL']}/v4/oa/access_token`, {
      method: 'POST',
      headers: { secret_key: appSecret },
      body: new URLSearchParams(form),
    })
    expect(await answer.json()).toMatchObject({ error: -14014 })
  })
})
