/** The look-alike on its own, over plain HTTP: what it takes, what it shows, how it slows down. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { lookalike } from '@/sandbox/telegram'
import { changeChat } from '@/sandbox/telegram/chats'
import { aPicture, openClient, read, type Client, type Result } from './client'

let client: Client

beforeEach(async () => {
  client = await openClient()
})
afterEach(() => client.platform.close())

describe('the token in the path', () => {
  it.each([
    ['khong-phai', 401, 'Unauthorized: invalid token specified'],
    ['1:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 401, 'Unauthorized'],
  ])('%s is refused', async (token, code, description) => {
    const answer = await read(await fetch(`${client.base(token)}/getMe`))
    expect(answer).toMatchObject({ status: code, body: { ok: false, error_code: code, description } })
  })

  it('leads nowhere without a method', async () => {
    expect(await client.call('sendLove')).toMatchObject({
      status: 404,
      body: { description: 'Not Found: method not found' },
    })
    expect((await read(await fetch(`${client.base()}`))).body).toEqual({
      ok: false,
      error_code: 404,
      description: 'Not Found',
    })
  })
})

describe('a request', () => {
  it('may come as JSON, form, query or multipart', async () => {
    const query = await read(await fetch(`${client.base()}/sendMessage?chat_id=${client.platform.account}&text=một`))
    const form = new URLSearchParams({ chat_id: client.platform.account, text: 'hai' })
    const typed = await read(await fetch(`${client.base()}/sendMessage`, { method: 'POST', body: form }))
    const texts = [
      query,
      typed,
      await client.call('sendMessage', { text: 'ba' }),
      await client.upload('sendMessage', { text: 'bốn' }),
    ]
    expect(texts.map(({ body }) => [body.result.message_id, body.result.text])).toEqual([
      [2, 'một'],
      [3, 'hai'],
      [4, 'ba'],
      [5, 'bốn'],
    ])
    expect(query.body.result.date).toBeLessThan(10_000_000_000)
  })

  it('counts code points once the markup is gone', async () => {
    const text = `<b>${'👮'.repeat(4096)}</b>`
    expect((await client.call('sendMessage', { text, parse_mode: 'HTML' })).body.ok).toBe(true)
  })
})

describe('files', () => {
  it('of an album share a number, and only they do', async () => {
    const media = JSON.stringify([
      { type: 'photo', media: 'attach://a', caption: 'Hai ảnh' },
      { type: 'photo', media: 'attach://b' },
    ])
    const { body } = await client.upload('sendMediaGroup', { media, a: await aPicture(), b: await aPicture(50, 50) })
    const [one, other] = body.result as Result[]
    expect([one?.message_id, other?.message_id]).toEqual([2, 3])
    expect(one?.media_group_id).toMatch(/^\d+$/)
    expect(one?.media_group_id).toBe(other?.media_group_id)
    expect((await client.call('sendMessage', { text: 'khác' })).body.result.media_group_id).toBeUndefined()
  })
})

describe('flood control', () => {
  it('holds the whole chat as long as it says, and counts what an album holds', async () => {
    client.platform.knob?.('messagesPerMinute', 4)
    const media = JSON.stringify(['a', 'b', 'c'].map((name) => ({ type: 'photo', media: `attach://${name}` })))
    const [a, b, c] = [await aPicture(), await aPicture(), await aPicture()]
    expect((await client.upload('sendMediaGroup', { media, a, b, c })).body.ok).toBe(true)
    expect((await client.call('sendMessage', { text: '4' })).body.ok).toBe(true)
    const refused = await client.call('sendMessage', { text: '5' })
    expect(refused).toEqual({
      status: 429,
      retryAfter: '15',
      body: {
        ok: false,
        error_code: 429,
        description: 'Too Many Requests: retry after 15',
        parameters: { retry_after: 15 },
      },
    })
    client.platform.pass(5)
    expect((await client.call('sendPoll', { question: '?', options: ['a', 'b'] })).status).toBe(429)
    client.platform.pass(11)
    expect((await client.call('sendMessage', { text: '5' })).body.ok).toBe(true)
  })
})

describe('a post that is up', () => {
  it('is edited once for the same words', async () => {
    await client.call('sendMessage', { text: 'cũ' })
    const edit = () => client.call('editMessageText', { message_id: 2, text: '<b>mới</b>', parse_mode: 'HTML' })
    expect((await edit()).body.result).toMatchObject({ text: 'mới', edit_date: expect.any(Number) })
    expect((await edit()).body.description).toMatch(/^Bad Request: message is not modified: /)
  })

  it('is passed on with its own number, unless that is forbidden', async () => {
    await client.call('sendMessage', { text: 'gốc' })
    const forward = (id: number) =>
      client.call('forwardMessage', {
        chat_id: client.platform.credentials['opsChat'],
        from_chat_id: client.platform.account,
        message_id: id,
      })
    expect((await forward(2)).body.result).toMatchObject({
      text: 'gốc',
      forward_origin: { type: 'channel', message_id: 2 },
    })
    expect((await forward(99)).body.description).toBe('Bad Request: message to forward not found')
    await client.call('sendMessage', { text: 'kín', protect_content: true })
    expect((await forward(3)).body.description).toBe(
      "Bad Request: message has protected content and can't be forwarded",
    )
    changeChat(client.platform.desk, client.platform.account, { protected: true })
    expect((await forward(2)).body.description).toMatch(/protected content/)
  })

  it('is shown on the pages of t.me with rounded views, and without any while nobody looked', async () => {
    await client.call('sendMessage', { text: 'một <hai>' })
    const { body } = await client.call('getChat')
    const page = async (path: string) => (await fetch(`${client.platform.addresses['TELEGRAM_WEB_URL']}${path}`)).text()
    const name = String(body.result.username)
    expect(await page(`/s/${name}`)).not.toContain('tgme_widget_message_views')
    lookalike.acts?.['view']?.act(
      client.platform.desk,
      { account: client.platform.account, id: `${client.platform.account}/2` },
      '1299',
    )
    expect(await page(`/s/${name}`)).toContain('<span class="tgme_widget_message_views">1.29K</span>')
    expect(await page(`/${name}/2?embed=1&mode=tme`)).toContain('một &lt;hai&gt;')
    expect(await page(`/${name}/99?embed=1`)).toContain('Post not found')
  })

  it('is reached from its address on the wall', async () => {
    const { body } = await client.call('getChat')
    const answer = await fetch(`${client.platform.addresses['TELEGRAM_WEB_URL']}/${body.result.username}/2`, {
      redirect: 'manual',
    })
    expect(answer.headers.get('location')).toBe(`/_wall/telegram#${client.platform.account}/2`)
  })
})

describe('the server in trouble', () => {
  it.each([
    [1, 500, 'Internal Server Error: restart', 0],
    [2, 500, 'immediately deleted', 1],
    [3, 502, '502 Bad Gateway', 0],
    [4, 504, '504 Gateway Time-out', 1],
    [5, 421, 'Misdirected Request', 0],
  ])('answer %i is %i %s', async (number, status, words, posts) => {
    client.platform.knob?.('serverAnswer', number)
    const body = JSON.stringify({ chat_id: client.platform.account, text: 'x' })
    const answer = await fetch(`${client.base()}/sendMessage`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    })
    expect([answer.status, await answer.text()]).toEqual([status, expect.stringContaining(words)])
    expect(await client.platform.texts()).toHaveLength(posts)
  })

  it('has one listener: a webhook or a poller', async () => {
    expect((await client.call('getUpdates')).body).toEqual({ ok: true, result: [] })
    await client.call('setWebhook', { url: 'http://127.0.0.1:9/x', secret_token: 'a', allowed_updates: ['poll'] })
    expect(await client.call('getUpdates')).toMatchObject({
      status: 409,
      body: { description: expect.stringMatching(/^Conflict: can't use getUpdates/) },
    })
    expect((await client.call('getWebhookInfo')).body.result).toMatchObject({
      url: 'http://127.0.0.1:9/x',
      allowed_updates: ['poll'],
    })
    await client.call('deleteWebhook')
    expect((await client.call('getUpdates')).body.ok).toBe(true)
  })
})
