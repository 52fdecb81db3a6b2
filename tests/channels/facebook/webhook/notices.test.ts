/** What Facebook tells by itself: proven on the raw bytes, read once, never an error. */
import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { webhook } from '@/channels/facebook/webhook'

const KEYS = { application: { appId: '1', appSecret: 'bi-mat-ung-dung' }, secret: 'ma-xac-minh' }
const bytes = (text: string) => new TextEncoder().encode(text)
const sign = (text: string, secret = KEYS.application.appSecret) =>
  `sha256=${createHmac('sha256', secret).update(text).digest('hex')}`
const verify = (text: string, signature?: string) =>
  webhook.verify(
    { headers: signature === undefined ? {} : { 'x-hub-signature-256': signature }, body: bytes(text) },
    KEYS,
  )

describe('a notice', () => {
  const text = '{"object":"page","entry":[],"chữ":"Việt"}'

  it('is genuine when it is signed over its bytes', () => {
    expect(verify(text, sign(text))).toBe('genuine')
  })

  it.each([
    ['without a signature', undefined],
    ['with an empty one', ''],
    ['with a short one', 'sha256=ab'],
    ['signed with another secret', sign(text, 'khác')],
    ['signed over other bytes', sign(`${text} `)],
    ['with the old kind of signature', sign(text).replace('sha256', 'sha1')],
  ])('is forged %s', (_name, signature) => {
    expect(verify(text, signature)).toBe('forged')
  })

  it('is forged while nobody knows the secret', () => {
    const request = { headers: { 'x-hub-signature-256': sign(text, '') }, body: bytes(text) }
    expect(webhook.verify(request, { application: {}, secret: 'x' })).toBe('forged')
  })
})

describe('the handshake', () => {
  const query = { 'hub.mode': 'subscribe', 'hub.verify_token': KEYS.secret, 'hub.challenge': '1158201444' }

  it('gives the challenge back to whoever knows our word', () => {
    expect(webhook.greet?.(query, KEYS)).toBe('1158201444')
  })

  it('gives nothing to anybody else', () => {
    expect(webhook.greet?.({ ...query, 'hub.verify_token': 'khác' }, KEYS)).toBeNull()
    expect(webhook.greet?.({ ...query, 'hub.mode': 'unsubscribe' }, KEYS)).toBeNull()
    expect(webhook.greet?.({}, KEYS)).toBeNull()
    expect(webhook.greet?.({ ...query, 'hub.verify_token': '' }, { ...KEYS, secret: '' })).toBeNull()
  })
})

const PAGE = '100200'
const from = { id: PAGE, name: 'Trang' }
const feed = (value: Record<string, unknown>) => ({
  field: 'feed',
  value: { post_id: `${PAGE}_7`, created_time: 1_790_000_000, from, ...value },
})
const batch = (...changes: unknown[]) =>
  JSON.stringify({ object: 'page', entry: [{ id: PAGE, time: 1_790_000_009, changes }] })
const eventOf = (change: unknown) => webhook.read(batch(change))[0]?.event

describe('what is read from it', () => {
  it.each([
    [{ item: 'status', verb: 'add', published: 1, message: 'chữ' }, 'appeared'],
    [{ item: 'photo', verb: 'add', published: 1 }, 'appeared'],
    [{ item: 'video', verb: 'add', published: '1' }, 'appeared'],
    [{ item: 'share', verb: 'add' }, 'appeared'],
    [{ item: 'reel', verb: 'add', from: undefined }, 'appeared'],
    [{ item: 'status', verb: 'add', published: 0 }, 'other'],
    [{ item: 'status', verb: 'add', from: { id: '99' } }, 'other'],
    [{ item: 'status', verb: 'edited' }, 'other'],
    [{ item: 'status', verb: 'hide' }, 'other'],
    [{ item: 'post', verb: 'remove' }, 'removed'],
    [{ item: 'video', verb: 'remove' }, 'removed'],
    [{ item: 'comment', verb: 'add', from: { id: '99' } }, 'commented'],
    [{ item: 'comment', verb: 'remove' }, 'other'],
    [{ item: 'reaction', verb: 'add', reaction_type: 'love' }, 'other'],
    [{ item: 'reaction', verb: 'remove' }, 'other'],
    [{ item: 'like', verb: 'remove' }, 'other'],
    [{ item: 'status', verb: 'add', post_id: null }, 'other'],
    [{ verb: 'add' }, 'other'],
  ])('%j is %s', (value, kind) => {
    expect(eventOf(feed(value))?.kind).toBe(kind)
  })

  it('names page, post, hour and words', () => {
    const [notice] = webhook.read(batch(feed({ item: 'status', verb: 'add', message: 'chữ' })))
    expect(notice).toMatchObject({
      account: PAGE,
      at: new Date(1_790_000_000_000),
      event: { kind: 'appeared', remoteId: `${PAGE}_7`, text: 'chữ' },
    })
  })

  it('is every change of every entry of a batch', () => {
    const entries = Array.from({ length: 50 }, (_, number) => ({
      id: String(number),
      time: 1,
      changes: [feed({ item: 'status', verb: 'add' }), { field: 'mention', value: {} }],
    }))
    const notices = webhook.read(JSON.stringify({ object: 'page', entry: entries }))
    expect(notices).toHaveLength(100)
    expect(new Set(notices.map(({ key }) => key)).size).toBe(100)
  })

  it('has the same key when it comes again, in whichever batch and hour', () => {
    const change = feed({ item: 'status', verb: 'add' })
    const [once_] = webhook.read(batch(change))
    const again = webhook.read(
      JSON.stringify({
        object: 'page',
        entry: [{ id: PAGE, time: 5, changes: [{ field: 'mention', value: 1 }, change] }],
      }),
    )
    expect(again.map(({ key }) => key)).toContain(once_?.key)
  })

  it('has another key for another comment, hour or page', () => {
    const keys = [
      batch(feed({ item: 'comment', verb: 'add', comment_id: '1' })),
      batch(feed({ item: 'comment', verb: 'add', comment_id: '2' })),
      batch(feed({ item: 'comment', verb: 'add', comment_id: '1', created_time: 5 })),
      batch(feed({ item: 'comment', verb: 'add', comment_id: '1' })).replace(
        `"id":"${PAGE}","time"`,
        '"id":"7","time"',
      ),
    ].map((text) => webhook.read(text)[0]?.key)
    expect(new Set(keys).size).toBe(4)
  })

  it.each(['{"object":"user","entry":[{"id":"1"}]}', '{"object":"page"}', '{"object":"page","entry":[null,{"id":7}]}'])(
    'is nothing where there is nothing: %s',
    (text) => {
      expect(webhook.read(text)).toEqual([])
    },
  )

  it('is “other” for a value of a strange shape', () => {
    expect(eventOf({ field: 'feed', value: 'chuỗi' })).toEqual({ kind: 'other', name: 'feed' })
    expect(eventOf({ field: 'feed', value: { item: 7, verb: {} } })?.kind).toBe('other')
    expect(eventOf({ field: 'videos', value: null })).toEqual({ kind: 'other', name: 'videos' })
  })
})
