import { createHash, createHmac } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deriveToken } from '@/platform/crypto'
import { APP } from '@/sandbox/facebook/state'
import { APPLICATION } from '@/sandbox/zalo/state'
import type { ChannelRow } from '@/engine/rows'
import { addChannel, addPublication } from '../../support/engine/publication'
import { runJob } from '../../support/engine/rest'
import { openToldStage, type ToldStage } from '../../support/engine/told'
import { testSecrets } from '../../support/test-servers'

let stage: ToldStage

beforeAll(async () => {
  stage = await openToldStage(import.meta.url, {
    ZALO_APP_ID: APPLICATION.appId,
    ZALO_APP_SECRET: APPLICATION.appSecret,
    ZALO_OA_SECRET_KEY: APPLICATION.oaSecretKey,
  })
})
afterAll(() => stage?.close())

const total = async (key: string) => {
  const [row] = await stage.engine.rows.find('counters', { where: { key } })
  return Number(row?.['total'] ?? 0)
}

describe('Numbers that a platform tells', () => {
  let channel: ChannelRow
  beforeAll(async () => {
    channel = await addChannel(stage, 'telegram')
    await stage.subscribe(channel)
  })

  const readings = (publication: string) =>
    stage.engine.rows.find('readings', { where: { publication, metric: 'reactions' }, sort: 'takenAt' })
  const goLive = async () => {
    const { id } = await addPublication(stage, 'telegram', { channel })
    await runJob(stage, 'publish', { publication: id })
    return stage.read(id)
  }
  const react = ({ remoteId }: { remoteId: string | null }) =>
    stage.act('telegram', 'react', { account: channel.externalId, id: /^\d+/.exec(remoteId ?? '')?.[0] ?? '' })

  it('are read at the hour that the platform names, one reading for each', async () => {
    const live = await goLive()
    await react(live)
    stage.clock.pass(3600)
    await react(live)
    await stage.receive()
    const taken = await readings(live.id)
    expect(taken.map(({ value }) => value)).toEqual([1, 2])
    expect(taken.map(({ definition }) => definition)).toEqual(['message_reaction_count', 'message_reaction_count'])
    const [first, second] = taken.map(({ takenAt }) => Number(takenAt))
    expect((second ?? 0) - (first ?? 0)).toBeGreaterThanOrEqual(3_599_000)
  })

  it('are read once, although the same notice is handled twice', async () => {
    const live = await goLive()
    await react(live)
    const { handleNotice } = await import('@/engine/notices/handle')
    const [notice] = await stage.engine.rows.find('notices', { where: { state: 'waiting' }, limit: 1 })
    await Promise.all([1, 2, 3].map(() => handleNotice(stage.engine, notice as never)))
    await stage.receive()
    expect(await readings(live.id)).toHaveLength(1)
  })

  it('of one part of a longer post say which part', async () => {
    const live = await goLive()
    const id = /^\d+/.exec(live.remoteId ?? '')?.[0] ?? ''
    await stage.engine.rows.update('publications', { id: live.id }, { remoteId: `${id},${Number(id) + 1}` })
    await react(live)
    await stage.receive()
    expect(await readings(live.id)).toMatchObject([{ value: 1, definition: `message_reaction_count (${id})` }])
  })
})

describe('An account', () => {
  it('is followed and left: both are counted, once', async () => {
    const channel = await addChannel(stage, 'zalo')
    const url = `${stage.places.sandbox.addresses['ZALO_CONSOLE_URL']}/webhook`
    const saved = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ url: `${stage.webhooks.origin}/api/webhooks/zalo` }),
    })
    expect(saved.status).toBe(200)
    for (const act of ['follow', 'follow', 'unfollow'])
      await stage.act('zalo', act, { account: channel.externalId, id: '' })
    const { handleNotice } = await import('@/engine/notices/handle')
    const [notice] = await stage.notices(channel.externalId)
    await Promise.all([1, 2, 3].map(() => handleNotice(stage.engine, notice as never)))
    await stage.receive()
    expect([await total(`followed|${channel.id}`), await total(`unfollowed|${channel.id}`)]).toEqual([2, 1])
    expect(JSON.stringify(await stage.notices(channel.externalId))).not.toMatch(/follower/)
  })

  it('that moves to another id is found there from now on', async () => {
    const channel = await addChannel(stage, 'telegram')
    const moved = '-1009000000001'
    await tellTelegram(channel, {
      message: { chat: { id: Number(channel.externalId) }, date: seconds(), migrate_to_chat_id: Number(moved) },
    })
    expect(await stage.receive()).toEqual([{ done: 'handled: moved' }])
    expect(await stage.channel(channel.id)).toMatchObject({ externalId: moved, confirmedAccount: moved })
    const audit = await stage.engine.rows.find('audit', { where: { subject: `channels:${channel.id}` } })
    expect(audit).toMatchObject([{ action: 'channel-moved', detail: { from: channel.externalId, to: moved } }])
  })

  it('that shuts us out needs a person, and a check that worked since knows better', async () => {
    const [lost, found] = [await addChannel(stage, 'telegram'), await addChannel(stage, 'telegram')]
    stage.clock.pass(60)
    for (const channel of [lost, found])
      await tellTelegram(channel, {
        my_chat_member: {
          chat: { id: Number(channel.externalId) },
          date: seconds(),
          new_chat_member: { status: 'kicked' },
        },
      })
    stage.clock.pass(60)
    await stage.engine.rows.update('channels', { id: found.id }, { checkedAt: stage.clock.now() })
    await stage.receive()
    expect(await stage.channel(lost.id)).toMatchObject({
      state: 'attention',
      problem: expect.stringMatching(/đưa ra khỏi kênh/),
    })
    expect((await stage.channel(found.id)).state).toBe('connected')
  })
})

describe('The keys of an organization', () => {
  const secret = 'khoa-cua-co-quan-khac'

  it('speak for its own channels and those below it, and for nobody else’s', async () => {
    const { rows } = stage.engine
    const { seal } = await import('@/engine/credentials/seal')
    const house = { kind: 'police', level: 'province' }
    const stranger = await rows.insert('organizations', { name: 'Tỉnh khác', ...house })
    const application = await rows.insert('applications', { platform: 'facebook', organization: stranger })
    const sealed = seal(`applications:${application}`, { appId: APP.id, appSecret: secret })
    await rows.update('applications', { id: application }, { secret: sealed })
    const ours = await addChannel(stage, 'facebook')
    const theirs = await addChannel(stage, 'facebook', { organization: stranger })
    for (const channel of [ours, theirs]) {
      const { id } = await addPublication(stage, 'facebook', { channel })
      await runJob(stage, 'publish', { publication: id })
      const { remoteId } = await stage.read(id)
      expect((await tellFacebook(channel.externalId, String(remoteId))).status).toBe(200)
      await stage.receive()
      expect((await stage.read(id)).state).toBe(channel === ours ? 'published' : 'withdrawn')
    }
  })

  function tellFacebook(page: string, post: string): Promise<Response> {
    const value = { item: 'status', verb: 'remove', post_id: post, from: { id: page } }
    const time = seconds()
    const body = JSON.stringify({ object: 'page', entry: [{ id: page, time, changes: [{ field: 'feed', value }] }] })
    const signature = createHmac('sha256', secret).update(body).digest('hex')
    return stage.webhooks.post('facebook', body, { 'x-hub-signature-256': `sha256=${signature}` })
  }
})

describe('What was dealt with', () => {
  it('is forgotten after thirty days, and nothing else', async () => {
    const { rows } = stage.engine
    const old = { platform: 'zalo', account: 'cu', at: stage.clock.now(), event: { kind: 'followed' }, tries: 0 }
    const days = (count: number) => new Date(stage.clock.now().getTime() - count * 86_400_000)
    for (const [state, age] of [
      ['handled', 31],
      ['ignored', 31],
      ['waiting', 31],
      ['handled', 29],
    ] as const)
      await rows.insert('notices', {
        ...old,
        state,
        key: createHash('md5').update(`${state}${age}`).digest('hex'),
        receivedAt: days(age),
      })
    const { findWakes } = await import('../../support/engine/rest')
    for (const { job, input } of await findWakes(stage))
      if (job === 'receive-notices' && 'forgetBefore' in (input as object)) await runJob(stage, job, input)
    const left = await rows.find('notices', { where: { account: 'cu' }, sort: 'receivedAt' })
    expect(left.map(({ state }) => state)).toEqual(['waiting', 'handled'])
  })
})

function seconds(): number {
  return Math.floor(stage.clock.now().getTime() / 1000)
}

let update = 0

async function tellTelegram({ id }: ChannelRow, content: object): Promise<void> {
  update += 1
  const secret = deriveToken(testSecrets.APP_SECRET, `webhook:telegram:${id}`)
  const body = JSON.stringify({ update_id: update, ...content })
  await stage.webhooks.post(`telegram/${id}`, body, { 'x-telegram-bot-api-secret-token': secret })
}
