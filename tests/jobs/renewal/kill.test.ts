/**
 * A grant that works once, and a worker that dies while it renews it. Real processes: one is killed, another takes over.
 * The grant is lost only where the platform's own answer was, and then the channel says so and its post is held.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ChannelRow, Publication } from '@/engine/rows'
import type { Fault } from '@/sandbox/contract'
import { giveTokens, type Account } from '@/sandbox/zalo/state'
import { openStage, type Stage } from '../../support/engine'
import { bundle, type Bundles } from '../../support/engine/processes'
import { addChannel, addPublication, sentPosts } from '../../support/engine/publication'
import { expectExactlyOnce, killAtTheEnd, recover, startWorker, until } from '../crash/worker'

const RENEW = 'token.renew'

let stage: Stage
let bundles: Bundles

beforeAll(async () => {
  stage = await openStage(import.meta.url)
  bundles = await bundle(['worker', 'crash-worker'])
})
afterAll(async () => {
  await bundles?.remove()
  await stage?.close()
})

type Case = { channel: ChannelRow; publication: Publication; before: Account }

/** Due, on a channel whose access token has ended. */
async function prepare(): Promise<Case> {
  const secretExpiresAt = new Date(stage.clock.now().getTime() - 1_000)
  const channel = await addChannel(stage, 'zalo', { secretExpiresAt })
  const publication = await addPublication(stage, 'zalo', { channel })
  return { channel, publication, before: accountOf(channel) }
}

function accountOf({ externalId }: ChannelRow): Account {
  const account = stage.places.sandbox.desk.records.get<Account>('zalo.accounts', externalId)
  if (!account) throw new Error('no account')
  return account
}

const effects = {
  asked: 'POST /zalo/oauth/v4/oa/access_token',
  stored: 'channels.update secret',
  used: 'POST /zalo/openapi',
}

/** Killed before the effect. */
async function killBefore(end: string, { channel, publication }: Case): Promise<void> {
  await killAtTheEnd(bundles, { stories: { [channel.id]: { end } } })
  expect((await stage.read(publication.id)).state).toBe('sending')
}

/** Killed while the platform keeps it waiting. */
async function killWhile(fault: Fault, { publication }: Case): Promise<void> {
  stage.places.zalo.fault(fault, RENEW)
  const worker = await startWorker(bundles)
  await until(worker, () => stage.places.sandbox.desk.faults.list().length === 0)
  await worker.kill()
  stage.places.zalo.heal()
  expect((await stage.read(publication.id)).state).toBe('sending')
}

/** What is stored is what the platform gave last. */
async function expectGrantKept({ channel, before }: Case, renewals: number): Promise<void> {
  const { refreshToken, accessToken, renewals: counted } = accountOf(channel)
  expect(counted - before.renewals).toBe(renewals)
  const stored = await stage.channel(channel.id)
  expect(stage.openCredentials(stored)).toMatchObject({ refreshToken, accessToken })
  expect(stored).toMatchObject({ state: 'connected', renewLease: null, renewLeaseUntil: null })
}

describe.each<[string, (killed: Case) => Promise<void>, number]>([
  ['with the lock, before it asked', (killed) => killBefore(effects.asked, killed), 0],
  ['while the platform had not taken its question', (killed) => killWhile('hang', killed), 0],
  ['after it stored the new pair, before it used it', (killed) => killBefore(effects.used, killed), 1],
])('a worker killed %s', (_name, kill, renewedBefore) => {
  let killed: Case

  beforeAll(async () => {
    killed = await prepare()
    await kill(killed)
    expect(accountOf(killed.channel).renewals - killed.before.renewals).toBe(renewedBefore)
    await recover(stage, bundles)
  }, 200_000)

  it('loses no grant: one renewal, and its pair is stored', () => expectGrantKept(killed, 1))

  it('leaves exactly one post', async () => {
    await expectExactlyOnce(stage, killed.publication)
  })
})

describe.each<[string, (killed: Case) => Promise<void>]>([
  ['after the platform gave a pair and before the answer came', (killed) => killWhile('accept-then-hang', killed)],
  ['with the answer in its hands and nowhere else', (killed) => killBefore(effects.stored, killed)],
])('a worker killed %s', (_name, kill) => {
  let killed: Case

  beforeAll(async () => {
    killed = await prepare()
    await kill(killed)
    expect(accountOf(killed.channel).renewals - killed.before.renewals).toBe(1)
    await recover(stage, bundles)
  }, 200_000)

  it('leaves a channel that says what a person has to do', async () => {
    const channel = await stage.channel(killed.channel.id)
    expect(channel.state).toBe('attention')
    expect(channel.problem).toContain('cấp quyền lại')
  })

  it('leaves its post held, not failed, and nothing sent', async () => {
    const post = await stage.read(killed.publication.id)
    expect(post).toMatchObject({ state: 'held', heldBecause: 'channel-not-ready', sends: 0 })
    expect(await sentPosts(stage, post)).toBe(0)
  })

  it('goes on to exactly one post after a new consent and a check', async () => {
    const { id } = killed.channel
    const { accessToken, refreshToken, appId, appSecret } = giveTokens(
      stage.places.sandbox.desk,
      accountOf(killed.channel),
    )
    const secret = stage.sealFor(id, { accessToken, refreshToken, appId, appSecret })
    const secretExpiresAt = new Date(stage.clock.now().getTime() + 90_000_000)
    await stage.engine.rows.update('channels', { id }, { secret, secretExpiresAt })
    const { checkChannel } = await import('@/engine/channel/check')
    await checkChannel(stage.engine, await stage.channel(id), { id: stage.leader, name: 'Trần Văn Lãnh' })
    await recover(stage, bundles)
    await expectExactlyOnce(stage, killed.publication)
  }, 200_000)
})
