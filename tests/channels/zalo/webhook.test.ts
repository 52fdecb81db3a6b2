/** Zalo's own notices: signed over the raw body, told twice or out of order, and one probe that is not signed at all. */
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Notice, WebhookRequest } from '@/channels/contract'
import { webhook } from '@/channels/zalo/connection/webhook'
import { lookalike } from '@/sandbox/zalo'
import { APPLICATION } from '@/sandbox/zalo/state'
import { openZalo, type ZaloBench } from './bench'

let bench: ZaloBench
let server: Server
let url: string
let status = 200
const received: WebhookRequest[] = []

const keys = { application: { ...APPLICATION }, secret: '' }

beforeAll(async () => {
  bench = await openZalo()
  server = createServer(async (incoming, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of incoming) chunks.push(chunk as Buffer)
    received.push({ headers: incoming.headers as Record<string, string>, body: Buffer.concat(chunks) })
    response.writeHead(status).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/webhooks/zalo`
  await save(url)
  received.length = 0
})
afterEach(() => {
  received.length = 0
  for (const name of ['webhookTwice', 'webhookOutOfOrder', 'signatureBegins']) bench.platform.knob?.(name, 0)
  status = 200
})
afterAll(async () => {
  server.close()
  server.closeAllConnections()
  await bench.platform.close()
})

/** What an administrator does in Zalo's console. */
async function save(address: string): Promise<void> {
  const body = JSON.stringify({ url: address })
  const console = bench.platform.addresses['ZALO_CONSOLE_URL']
  const answer = await fetch(`${console}/webhook`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json' },
  })
  expect(answer.status).toBe(200)
  await bench.platform.desk.deliveries.settled()
}

async function happen(...names: string[]): Promise<WebhookRequest[]> {
  const post = { account: bench.platform.account, id: '' }
  for (const name of names) lookalike.acts?.[name]?.act(bench.platform.desk, post, 'Cho hỏi')
  await bench.platform.desk.deliveries.settled()
  return received
}

const read = ({ body }: WebhookRequest): Notice => {
  const [notice] = webhook.read(new TextDecoder().decode(body))
  if (!notice) throw new Error('nothing was read')
  return notice
}

describe('saving the address', () => {
  it('sends a probe that is not signed: answered, and nothing changes', async () => {
    await save(url)
    expect(received.map((request) => webhook.verify(request, keys))).toEqual(['probe'])
    expect(read(received[0] as WebhookRequest).event.kind).toBe('other')
  })

  it('may sign it wrongly, as long as it is no event', () => {
    const request = { headers: { 'x-zevent-signature': 'mac=00' }, body: Buffer.from('{}') }
    expect(webhook.verify(request, keys)).toBe('probe')
  })
})

describe('an event', () => {
  it('is genuine by its signature over application, body, hour and key', async () => {
    const [request] = await happen('follow')
    expect(request && webhook.verify(request, keys)).toBe('genuine')
  })

  it('is genuine also where the OA’s id stands in front, or the key is the application’s', async () => {
    bench.turn('signatureBegins', 1)
    const [request] = await happen('follow')
    expect(request && webhook.verify(request, keys)).toBe('genuine')
    const { appId, oaSecretKey } = APPLICATION
    const onlyOne = { application: { appId, appSecret: oaSecretKey }, secret: '' }
    expect(request && webhook.verify(request, onlyOne)).toBe('genuine')
  })

  it('is forged when a byte, the key or the signature is another', async () => {
    const [request] = await happen('follow')
    if (!request) throw new Error('nothing came')
    const changed = Buffer.from(new TextDecoder().decode(request.body).replace('follow', 'unfollow'))
    expect(webhook.verify({ ...request, body: changed }, keys)).toBe('forged')
    const others = { application: { ...APPLICATION, oaSecretKey: 'khác', appSecret: 'khác' }, secret: '' }
    expect(webhook.verify(request, others)).toBe('forged')
    expect(webhook.verify({ ...request, headers: { 'x-zevent-signature': 'mac=' } }, keys)).toBe('forged')
  })

  it('is believed from nobody while no key is known', async () => {
    const [request] = await happen('follow')
    expect(request && webhook.verify(request, { application: {}, secret: '' })).toBe('forged')
  })

  it('is signed with plain SHA-256, as the documentation shows it', () => {
    const { appId, oaSecretKey } = APPLICATION
    const body = `{"app_id":"${appId}","oa_id":"1","follower":{"id":"2"},"event_name":"follow","timestamp":"1700000000000"}`
    const mac = createHash('sha256').update(`${appId}${body}1700000000000${oaSecretKey}`).digest('hex')
    const request = { headers: { 'x-zevent-signature': `mac=${mac}` }, body: Buffer.from(body) }
    expect(webhook.verify(request, keys)).toBe('genuine')
  })
})

describe('what is read', () => {
  it('is who came and who went, with the OA and the hour', async () => {
    const notices = (await happen('follow', 'unfollow')).map(read)
    expect(notices.map(({ event }) => event.kind).toSorted()).toEqual(['followed', 'unfollowed'])
    for (const { account, at } of notices) {
      expect(account).toBe(bench.platform.account)
      expect(Math.abs(at.getTime() - bench.platform.now().getTime())).toBeLessThan(60_000)
    }
  })

  it('is a message, which we only note, by its own id', async () => {
    const [request] = await happen('message')
    expect(request && read(request)).toMatchObject({
      account: bench.platform.account,
      key: expect.stringMatching(/^user_send_text:/),
      event: { kind: 'other', name: 'user_send_text' },
    })
  })

  it('names the OA as the sender of its own messages', () => {
    const body = JSON.stringify({
      event_name: 'oa_send_text',
      sender: { id: '31705' },
      recipient: { id: '7' },
      message: { msg_id: 'abc' },
      timestamp: '1700000000000',
    })
    expect(webhook.read(body)).toMatchObject([{ account: '31705', key: 'oa_send_text:abc' }])
  })

  it('has one key for every delivery of the same event, and another for the next', async () => {
    bench.platform.knob?.('webhookTwice', 1)
    const keysOf = (await happen('follow', 'follow')).map((request) => read(request).key)
    expect([keysOf.length, new Set(keysOf).size]).toEqual([4, 2])
  })

  it('comes again with a count when we did not answer 200, and has the same key', async () => {
    status = 500
    await Promise.all([once(server, 'request'), happen('follow')])
    status = 200
    const again = once(server, 'request')
    bench.platform.pass(30)
    await again
    await bench.platform.desk.deliveries.settled()
    expect(received.map(({ headers }) => headers['num_retry'])).toEqual([undefined, '1'])
    expect(new Set(received.map((request) => read(request).key)).size).toBe(1)
  })

  it('is dated by Zalo, also when it comes in the wrong order', async () => {
    bench.platform.knob?.('webhookOutOfOrder', 2)
    const post = { account: bench.platform.account, id: '' }
    lookalike.acts?.['follow']?.act(bench.platform.desk, post, '')
    bench.platform.pass(60)
    lookalike.acts?.['unfollow']?.act(bench.platform.desk, post, '')
    await bench.platform.desk.deliveries.settled()
    const notices = received.map(read).toSorted((one, other) => one.at.getTime() - other.at.getTime())
    expect(notices.map(({ event }) => event.kind)).toEqual(['followed', 'unfollowed'])
  })
})
