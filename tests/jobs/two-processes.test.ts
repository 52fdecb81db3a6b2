import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ChannelRow } from '@/engine/rows'
import { sha256 } from '@/platform/crypto'
import type { Account } from '@/sandbox/zalo/state'
import type { Order, Result } from '../support/engine/contestant'
import { addChannel, insertMany } from '../support/engine/publication'
import { openStage, type Stage } from '../support/engine'
import { bundle, start, type Bundles, type Process } from '../support/engine/processes'

const ROWS = 500

describe('two processes at the same moment', () => {
  let stage: Stage
  let bundles: Bundles
  let contestants: Process[]

  beforeAll(async () => {
    stage = await openStage(import.meta.url)
    bundles = await bundle(['contestant'])
    contestants = [0, 1].map(() => start(bundles, 'contestant', { env: process.env }))
    await Promise.all(contestants.map((contestant) => contestant.message((message) => message === 'ready')))
  })
  afterAll(async () => {
    await Promise.all((contestants ?? []).map((contestant) => contestant.kill()))
    await bundles?.remove()
    await stage?.close()
  })

  it(`claim each of ${ROWS} rows exactly once`, async () => {
    const ids = await insertMany(stage, await addChannel(stage, 'telegram'), ROWS)
    // Both hold every row as it was before anybody claimed, so every row is wanted twice.
    for (const read of await order({ read: ids })) expect(read.toSorted()).toEqual(ids.toSorted())
    const won = await order({ claim: 'now' })
    expect(won.flat().toSorted()).toEqual(ids.toSorted())
    const { rows } = stage.engine
    expect(await rows.count('publications', { state: 'sending', revision: 1, attemptNumber: 1 })).toBe(ROWS)
    expect(await rows.count('audit', { action: 'claim' })).toBe(ROWS)
  })

  it('renew a token that works once only once, while the old one still lives', async () => {
    const channel = await addChannel(stage, 'zalo', {})
    await endsIn(channel, 3600)
    answerSlowly()
    const before = accountOf(channel)
    const results = (await order({ renew: channel.id, times: 8 })).flat()
    await expectOneRenewal(channel, before)
    const stored = fingerprint(await stage.channel(channel.id))
    for (const result of results) expect([stored, fingerprint(channel)]).toContain(result)
    expect(results).toContain(stored)
  })

  it('renew it once also when it is dead, and whoever comes second waits', async () => {
    const channel = await addChannel(stage, 'zalo', {})
    await endsIn(channel, -1)
    answerSlowly()
    const before = accountOf(channel)
    const results = (await order({ renew: channel.id, times: 8 })).flat()
    await expectOneRenewal(channel, before)
    const stored = fingerprint(await stage.channel(channel.id))
    for (const result of results) expect([stored, 'unavailable']).toContain(result)
    expect(results).toContain(stored)
    expect((await stage.channel(channel.id)).state).toBe('connected')
  })

  async function order(work: Order): Promise<string[][]> {
    for (const { child } of contestants) child.send(work)
    const isResult = (message: unknown): message is Result => Array.isArray((message as Result | null)?.results)
    const results = await Promise.all(contestants.map((contestant) => contestant.message(isResult)))
    return results.map((result) => result.results)
  }

  /** The grant is used up at once, and the answer is under way for a while: who asks meanwhile is refused. */
  const answerSlowly = () =>
    stage.places.sandbox.desk.faults.add({
      platform: 'zalo',
      call: 'token.renew',
      fault: 'slow',
      times: 1,
      seconds: 1,
    })

  const endsIn = async (channel: ChannelRow, seconds: number) => {
    const secretExpiresAt = new Date(Date.now() + seconds * 1000)
    await stage.engine.rows.update('channels', { id: channel.id }, { secretExpiresAt })
  }

  const fingerprint = (channel: ChannelRow) => sha256(JSON.stringify(stage.openCredentials(channel)))

  const accountOf = ({ externalId }: ChannelRow): Account => {
    const account = stage.places.sandbox.desk.records.get<Account>('zalo.accounts', externalId)
    if (!account) throw new Error('no account')
    return account
  }

  /** What is stored is what the platform gave last; nothing is locked any more. */
  async function expectOneRenewal(channel: ChannelRow, before: Account): Promise<void> {
    const { renewals, refreshToken } = accountOf(channel)
    expect(renewals).toBe(before.renewals + 1)
    const stored = await stage.channel(channel.id)
    expect(stage.openCredentials(stored)).toMatchObject({ refreshToken })
    expect(stored).toMatchObject({ renewLease: null, renewLeaseUntil: null })
    expect(stored.secretExpiresAt?.getTime()).toBeGreaterThan(Date.now() + 80_000_000)
  }
})
