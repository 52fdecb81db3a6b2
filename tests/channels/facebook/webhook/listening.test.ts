/** The look-alike tells our address what happens on a Page: signed, on its way through a real server. */
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { channel } from '@/channels/facebook'
import { webhook } from '@/channels/facebook/webhook'
import { lookalike } from '@/sandbox/facebook'
import { anItem } from '../../../support/items'
import { calm, openStage, type Stage } from '../stage'

const WORD = 'ma-xac-minh'

describe('a Page that is listened to', () => {
  let stage: Stage
  let server: Server
  let url: string
  const received: { signature: string; body: string }[] = []

  beforeAll(async () => {
    stage = await openStage()
    const { appSecret = '' } = stage.platform.credentials
    server = createServer((request, response) => {
      const { searchParams } = new URL(request.url ?? '/', 'http://localhost')
      const challenge = webhook.greet?.(Object.fromEntries(searchParams), {
        application: { appSecret },
        secret: WORD,
      })
      if (request.method === 'GET') return void response.writeHead(challenge ? 200 : 403).end(challenge ?? '')
      const chunks: Buffer[] = []
      request.on('data', (chunk: Buffer) => chunks.push(chunk))
      request.on('end', () => {
        received.push({
          signature: String(request.headers['x-hub-signature-256']),
          body: Buffer.concat(chunks).toString('utf8'),
        })
        response.end()
      })
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhook`
  })
  afterEach(() => {
    calm(stage)
    received.length = 0
  })
  afterAll(async () => {
    server.close()
    await stage.platform.close()
  })

  const subscribe = (secret = WORD) => webhook.subscribe?.(stage.record().call, { url, secret })
  async function events() {
    await stage.platform.desk.deliveries.settled()
    const { appId = '', appSecret = '' } = stage.platform.credentials
    return received.flatMap(({ signature, body }) => {
      const request = { headers: { 'x-hub-signature-256': signature }, body: new TextEncoder().encode(body) }
      expect(webhook.verify(request, { application: { appId, appSecret }, secret: '' })).toBe('genuine')
      return webhook.read(body)
    })
  }
  const act = (name: string, id: string) =>
    lookalike.acts?.[name]?.act(stage.platform.desk, { account: stage.platform.account, id }, 'Cảm ơn')

  it('only after our address has answered with our word', async () => {
    await expect(subscribe('từ khác')).rejects.toMatchObject({ name: 'ChannelError' })
    await stage.goLive(anItem())
    expect(await events()).toEqual([])
    await subscribe()
    await subscribe()
  })

  it('tells of a post that went out, was edited, commented on, and was taken down there', async () => {
    const item = anItem()
    const live = await stage.goLive(item)
    await channel.update?.(live, stage.draft({ ...item, title: 'Đính chính' }), stage.record().call)
    for (const name of ['react', 'comment', 'share', 'remove']) act(name, live.remoteId)
    const told = (await events()).map(({ event }) => event)
    expect(told).toContainEqual({ kind: 'appeared', remoteId: live.remoteId, text: stage.draft(item).text })
    expect(told).toContainEqual({ kind: 'commented', remoteId: live.remoteId })
    expect(told).toContainEqual({ kind: 'removed', remoteId: live.remoteId })
    expect(told.filter(({ kind }) => kind === 'other').length).toBe(3)
    expect(stage.onWall(item)).toEqual([])
  })

  it.each(['video', 'reel'])('tells of a %s by the id under which it is kept', async (presentation) => {
    const live = await stage.goLive(stage.item(presentation, [stage.film()]))
    await channel.measure([live], stage.record().call)
    expect((await events()).map(({ event }) => event)).toMatchObject([{ kind: 'appeared', remoteId: live.remoteId }])
  })

  it('tells twice by the knob, under the same key', async () => {
    stage.turn({ webhookTwice: 1 })
    await stage.goLive(anItem())
    const keys = (await events()).map(({ key }) => key)
    expect(keys).toHaveLength(2)
    expect(new Set(keys).size).toBe(1)
  })
})
