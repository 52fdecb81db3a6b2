/** What the look-alike imitates that no driver of ours may rely on: section 9 of the sheet, asked over HTTP. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { SCOPES } from '@/sandbox/facebook/state'
import { issuePersonToken } from '@/sandbox/facebook/state/people'
import { anItem } from '../../support/items'
import { calm, openStage, type Stage } from './stage'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterEach(() => calm(stage))
afterAll(() => stage.platform.close())

type Answer = { status: number; headers: Headers; body: Record<string, unknown> & { error?: Record<string, unknown> } }

async function ask(path: string, body?: Record<string, unknown>, token?: string): Promise<Answer> {
  const { addresses, credentials } = stage.platform
  const authorization = `Bearer ${token ?? credentials['pageToken']}`
  const answer = await fetch(`${addresses['FACEBOOK_GRAPH_URL']}/v26.0/${path}`, {
    method: body ? 'POST' : 'GET',
    headers: { authorization, 'content-type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  return { status: answer.status, headers: answer.headers, body: (await answer.json()) as Answer['body'] }
}

const page = () => stage.platform.account
const words = () => anItem().title + Math.random().toString(36)
const inSeconds = (seconds: number) => Math.floor(stage.platform.now().getTime() / 1000) + seconds
const person = () => issuePersonToken(stage.platform.desk, { pages: [page()], scopes: SCOPES, isLong: true }).token

describe('the look-alike', () => {
  it('gives ids as text, the fields that were asked for, and its version', async () => {
    const { body, headers } = await ask(`${page()}/feed?fields=id,permalink_url,is_published`, { message: words() })
    expect(body['id']).toMatch(new RegExp(`^${page()}_\\d+$`))
    expect(body).toMatchObject({ is_published: true, permalink_url: expect.any(String) })
    expect(headers.get('facebook-api-version')).toBe('v26.0')
  })

  it.each([
    ['nothing to say', {}, 100],
    ['an address that can not be fetched', { message: 'a', link: 'ftp://lantoa.example' }, 1609005],
    ['a link to facebook.com', { message: 'a', link: 'https://www.facebook.com/x' }, 1609008],
    ['a link that is none', { message: 'a', link: 'https://a.vn/b c' }, 2061006],
    ['photos that nobody uploaded', { message: 'a', attached_media: [{ media_fbid: '5' }] }, 100],
    ['too many words', { message: 'a'.repeat(63_207) }, 100],
  ])('refuses %s', async (_name, body, code) => {
    expect((await ask(`${page()}/feed`, body)).body.error).toMatchObject({ code })
  })

  it('takes an hour from 10 minutes to 30 days ahead, in whole seconds, and shows the post then', async () => {
    const schedule = (hour: number) =>
      ask(`${page()}/feed`, { message: words(), published: false, scheduled_publish_time: hour })
    for (const seconds of [60, 31 * 86_400])
      expect((await schedule(inSeconds(seconds))).body.error).toMatchObject({ code: 100 })
    const { body } = await schedule(inSeconds(3_600))
    const ids = async (edge: string) =>
      ((await ask(`${page()}/${edge}?fields=id`)).body['data'] as { id: string }[]).map(({ id }) => id)
    expect(await ids('scheduled_posts')).toContain(body['id'])
    expect(await ids('published_posts')).not.toContain(body['id'])
    expect(await ids('feed')).toContain(body['id'])
    stage.platform.pass(3_700)
    expect(await ids('published_posts')).toContain(body['id'])
  })

  it('pages by cursors, and lists no more than a hundred at once', async () => {
    for (let posts = 0; posts < 3; posts += 1) await ask(`${page()}/feed`, { message: words() })
    const { body } = await ask(`${page()}/published_posts?limit=2`)
    expect(body).toMatchObject({ data: [{}, {}], paging: { cursors: { after: '2' }, next: expect.any(String) } })
    expect((await ask(`${page()}/published_posts?limit=101`)).body.error).toMatchObject({ code: 100 })
  })

  it('fails as a whole on a field that is none, such as those that were dropped', async () => {
    for (const field of ['link', 'type', 'name', 'caption', 'object_id'])
      expect((await ask(`${page()}/published_posts?fields=id,${field}`)).body.error).toMatchObject({ code: 100 })
  })

  it('refuses calls by whose token they are made with', async () => {
    stage.turn({ usagePercent: 100 })
    const { appId, appSecret } = stage.platform.credentials
    expect((await ask(page())).body.error).toMatchObject({ code: 80001 })
    expect((await ask('me', undefined, person())).body.error).toMatchObject({ code: 32 })
    expect((await ask('me', undefined, `${appId}|${appSecret}`)).body.error).toMatchObject({ code: 4 })
  })

  it('tells the usage only once there is some', async () => {
    expect((await ask(page())).headers.get('x-business-use-case-usage')).toBeNull()
    stage.turn({ usagePercent: 42 })
    expect(JSON.parse((await ask(page())).headers.get('x-business-use-case-usage') ?? '{}')).toMatchObject({
      [page()]: [{ type: 'pages', call_count: 42, estimated_time_to_regain_access: 0 }],
    })
    expect(JSON.parse((await ask('me', undefined, person())).headers.get('x-app-usage') ?? '{}')).toMatchObject({
      call_count: 42,
    })
  })

  it('lets nobody post as a person, and shows comments to the Page alone', async () => {
    const { body } = await ask(`${page()}/feed`, { message: words() })
    expect((await ask(`${page()}/feed`, { message: words() }, person())).body.error).toMatchObject({ code: 1705 })
    await ask(`${body['id']}/comments`, { message: 'Cảm ơn' })
    const comments = `${body['id']}/comments?fields=id,from,message`
    expect((await ask(comments)).body['data']).toMatchObject([{ message: 'Cảm ơn', from: { id: page() } }])
    expect(await ask(comments, undefined, person())).toMatchObject({ status: 200, body: { data: [] } })
  })

  it('knows a token that is none, and says 401', async () => {
    expect(await ask('me', undefined, 'khong-phai-ma')).toMatchObject({ status: 401, body: { error: { code: 190 } } })
  })

  it('shows on its wall what stands there: pictures with their words, a film, comments, counters', async () => {
    const album = anItem({ media: [stage.files.photo, stage.files.secondPhoto] })
    const reel = stage.item('reel', [stage.film()])
    await stage.goLive(album)
    await stage.goLive(reel)
    expect(stage.onWall(album)).toMatchObject([
      { kind: 'album', alts: [stage.files.photo.alt, stage.files.secondPhoto.alt], name: 'Công an tỉnh Kon Tum' },
    ])
    expect(stage.onWall(reel)).toMatchObject([{ kind: 'reel', video: expect.stringContaining('/_files/') }])
  })
})
