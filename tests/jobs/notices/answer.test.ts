import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deriveToken } from '@/platform/crypto'
import { APP } from '@/sandbox/facebook/state'
import { addChannel } from '../../support/engine/publication'
import { openStage, type Stage } from '../../support/engine'
import { testSecrets } from '../../support/test-servers'
import { type RunningWebhooks, runWebhooks } from '../../support/webhooks'

const secretOf = (path: string) => deriveToken(testSecrets.APP_SECRET, `webhook:${path}`)
const sign = (body: string, secret = APP.secret) => ({
  'x-hub-signature-256': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
})

let event = 0
/** A comment on a post, as Facebook tells it; every one is another. */
function comment(page: string): string {
  event += 1
  const from = { id: '99', name: 'Y Thủy' }
  const value = { item: 'comment', verb: 'add', post_id: `${page}_1`, comment_id: `${event}`, message: 'Cảm ơn!', from }
  const time = Math.floor(Date.now() / 1000)
  return JSON.stringify({ object: 'page', entry: [{ id: page, time, changes: [{ field: 'feed', value }] }] })
}

describe('A webhook', () => {
  let stage: Stage
  let webhooks: RunningWebhooks

  beforeAll(async () => {
    stage = await openStage(import.meta.url, { FACEBOOK_APP_ID: APP.id, FACEBOOK_APP_SECRET: APP.secret })
    webhooks = await runWebhooks()
  })
  afterAll(async () => {
    await webhooks?.close()
    await stage?.close()
  })

  const stored = (account: string) => stage.engine.rows.find('notices', { where: { account } })
  const forged = async () => {
    const [row] = await stage.engine.rows.find('counters', { where: { key: 'webhook_forged|facebook' } })
    return Number(row?.['total'] ?? 0)
  }

  it.each(['nowhere', 'site', 'telegram', 'telegram/khong-co', 'facebook/mot-kenh', 'telegram/a/b'])(
    'to “%s” finds nobody',
    async (path) => {
      expect((await webhooks.post(path, '{}')).status).toBe(404)
      expect((await webhooks.get(path)).status).toBe(404)
    },
  )

  it('shakes hands with whoever knows our word, and with nobody else', async () => {
    const hello = (token: string) =>
      webhooks.get(`facebook?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=${token}`)
    const greeted = await hello(secretOf('facebook'))
    expect([greeted.status, await greeted.text()]).toEqual([200, '1158201444'])
    expect(greeted.headers.get('content-type')).toMatch(/^text\/plain/)
    expect((await hello('another')).status).toBe(403)
    expect((await webhooks.get('facebook')).status).toBe(403)
  })

  it('is answered at once, also while the platform itself answers nobody', async () => {
    stage.places.facebook.fault('hang', '*')
    const body = comment('7007')
    expect((await webhooks.post('facebook', body, sign(body))).status).toBe(200)
    expect(await stored('7007')).toHaveLength(1)
    stage.places.facebook.heal()
  })

  it('with a false signature is refused and counted, and nothing of it is kept', async () => {
    const before = await forged()
    const body = comment('1001')
    const answers = await Promise.all([
      webhooks.post('facebook', body, sign(body, 'wrong')),
      webhooks.post('facebook', body),
      webhooks.post('facebook', `${body} `, sign(body)),
    ])
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401])
    expect(await forged()).toBe(before + 3)
    expect(await stored('1001')).toEqual([])
  })

  it('is kept once, however often it comes and from however many sides at once', async () => {
    const body = comment('1002')
    const answers = await Promise.all(Array.from({ length: 24 }, () => webhooks.post('facebook', body, sign(body))))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    expect(await stored('1002')).toMatchObject([{ state: 'waiting', platform: 'facebook', tries: 0 }])
    const other = comment('1002')
    await webhooks.post('facebook', other, sign(other))
    expect(await stored('1002')).toHaveLength(2)
  })

  it('keeps of people nothing: no name, no word', async () => {
    const body = comment('1003')
    await webhooks.post('facebook', body, sign(body))
    const kept = JSON.stringify(await stored('1003'))
    expect(kept).toContain('"kind":"commented"')
    expect(kept).not.toMatch(/Y Thủy|Cảm ơn|"99"/)
  })

  it('keeps of a post that appeared only our own links', async () => {
    const time = Math.floor(Date.now() / 1000)
    const message = `Bà con xem ${stage.engine.publicUrl}/l/abc123 nhé, số của tôi là 0905 123 456`
    const value = { item: 'status', verb: 'add', post_id: '1004_1', message, published: 1, from: { id: '1004' } }
    const body = JSON.stringify({ object: 'page', entry: [{ id: '1004', time, changes: [{ field: 'feed', value }] }] })
    await webhooks.post('facebook', body, sign(body))
    const text = `${stage.engine.publicUrl}/l/abc123`
    expect(await stored('1004')).toMatchObject([{ event: { kind: 'appeared', remoteId: '1004_1', text } }])
  })

  it('of many events at once keeps every one', async () => {
    const one = JSON.parse(comment('1005')) as { entry: { changes: { value: object }[] }[] }
    const changes = Array.from({ length: 300 }, (_, id) => ({
      field: 'feed',
      value: { ...one.entry[0]?.changes[0]?.value, comment_id: `c${id}` },
    }))
    const body = JSON.stringify({ ...one, entry: [{ ...one.entry[0], changes }] })
    expect((await webhooks.post('facebook', body, sign(body))).status).toBe(200)
    expect(await stored('1005')).toHaveLength(300)
  })

  it('longer than 1 MB is refused, whether it says so or not', async () => {
    const body = 'x'.repeat(1024 * 1024 + 1)
    expect((await webhooks.post('facebook', body, sign(body))).status).toBe(413)
    const pieces = new ReadableStream({
      start(controller) {
        for (let piece = 0; piece < 20; piece += 1) controller.enqueue(new Uint8Array(64 * 1024))
        controller.close()
      },
    })
    const sending = { method: 'POST', body: pieces, duplex: 'half' } as RequestInit
    expect((await fetch(`${webhooks.origin}/api/webhooks/facebook`, sending)).status).toBe(413)
    expect((await webhooks.post('facebook', 'x'.repeat(1024 * 1024), sign('x'))).status).toBe(401)
  })

  it.each(['không phải JSON', '{"object":"page"', '[]', ''])(
    'that is genuine and unreadable (“%s”) is taken and not acted upon',
    async (body) => {
      const before = await stage.engine.rows.count('notices', {})
      expect((await webhooks.post('facebook', body, sign(body))).status).toBe(200)
      expect((await webhooks.post('facebook', body, sign(body))).status).toBe(200)
      expect(await stage.engine.rows.count('notices', {})).toBe(before + 1)
      const [last] = await stage.engine.rows.find('notices', { where: {}, sort: '-createdAt', limit: 1 })
      expect(last?.['event']).toMatchObject({ kind: 'other' })
    },
  )

  it('that only tries the address is answered and leaves nothing', async () => {
    const before = await stage.engine.rows.count('notices', {})
    expect((await webhooks.post('zalo', '{}')).status).toBe(200)
    expect(await stage.engine.rows.count('notices', {})).toBe(before)
  })

  it('of a channel is proven by that channel’s own secret', async () => {
    const channels = [await addChannel(stage, 'telegram'), await addChannel(stage, 'telegram')]
    const [own, other] = channels.map(({ id }) => ({ path: `telegram/${id}`, secret: secretOf(`telegram:${id}`) }))
    const body = JSON.stringify({ update_id: 7, poll: { id: '55', total_voter_count: 3 } })
    const tell = (path = '', secret = '') => webhooks.post(path, body, { 'x-telegram-bot-api-secret-token': secret })
    expect((await tell(own?.path, other?.secret)).status).toBe(401)
    expect((await tell(own?.path, own?.secret)).status).toBe(200)
    const kept = await stage.engine.rows.find('notices', { where: { channel: channels[0]?.id ?? '' } })
    expect(kept).toMatchObject([{ organization: stage.organization, account: '' }])
    expect(Number(kept[0]?.['at'])).toBeGreaterThan(Date.now() - 60_000)
  })
})
