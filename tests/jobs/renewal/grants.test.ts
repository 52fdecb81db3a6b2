/** A renewed grant may be the only one there is; what could take it away is tried here, one after the other. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Channel } from '@/channels/contract'
import { channelOf } from '@/channels/registry'
import type { Engine } from '@/engine'
import type { ChannelRow } from '@/engine/rows'
import type { HttpRequest } from '@/platform/http/contract'
import { addChannel, addPublication } from '../../support/engine/publication'
import { openStage, type Stage } from '../../support/engine'
import { runJob, runToRest } from '../../support/engine/rest'

let stage: Stage

beforeAll(async () => {
  stage = await openStage(import.meta.url)
})
afterEach(() => stage?.places.zalo.heal())
afterAll(() => stage?.close())

const fresh = async ({ id }: ChannelRow, engine: Engine = stage.engine, driver = channelOf('zalo')) =>
  stage.freshCredentials(engine, driver, await stage.channel(id))
const stored = async ({ id }: ChannelRow) => stage.openCredentials(await stage.channel(id))
const ended = () => ({ secretExpiresAt: stage.clock.now() })

/** An engine whose database fails the writes of a renewed grant: before or after they happened. */
function failing(times: number, when: 'before' | 'after'): Engine {
  const { rows } = stage.engine
  let left = times
  const update: typeof rows.update = async (slug, where, set) => {
    const isGrant = 'secretRenewedAt' in set && left > 0
    if (isGrant) left -= 1
    if (isGrant && when === 'before') throw new Error('the database is away')
    const updated = await rows.update(slug, where, set)
    if (isGrant) throw new Error('the answer was lost')
    return updated as never
  }
  return stage.engineWith({ rows: { ...rows, update } })
}

describe('a renewed grant', () => {
  it.each(['before', 'after'] as const)('is stored although the database fails %s the write', async (when) => {
    const channel = await addChannel(stage, 'zalo', ended())
    const credentials = await fresh(channel, failing(2, when))
    expect(await stored(channel)).toEqual(credentials)
    expect(await stage.channel(channel.id)).toMatchObject({
      renewLease: null,
      renewLeaseUntil: null,
      state: 'connected',
    })
    expect(await fresh(channel)).toEqual(credentials)
  })

  it('is used by whoever was refused because somebody else had renewed first', async () => {
    const channel = await addChannel(stage, 'zalo', ended())
    // The lock of a process that stands still has run out; another renews before the first one asks.
    const http = async (request: HttpRequest) => {
      stage.clock.pass(61)
      await fresh(channel)
      return stage.engine.http(request)
    }
    const late = await fresh(channel, stage.engineWith({ http }))
    expect(late).toEqual(await stored(channel))
    expect((await stage.channel(channel.id)).state).toBe('connected')
  })

  it('never writes an emptiness over a token', async () => {
    const channel = await addChannel(stage, 'zalo', ended())
    const before = (await stored(channel)) as Record<string, string>
    const renew: Channel['renew'] = async () => ({
      credentials: { accessToken: 'mới', refreshToken: '' },
      expiresAt: null,
    })
    expect(await fresh(channel, stage.engine, { ...channelOf('zalo'), renew })).toMatchObject({ accessToken: 'mới' })
    expect(await stored(channel)).toMatchObject({ accessToken: 'mới', refreshToken: before['refreshToken'] })
  })

  it('whose end the platform does not name is not renewed at every call', async () => {
    const channel = await addChannel(stage, 'zalo')
    let asked = 0
    const renew: Channel['renew'] = async () => {
      asked += 1
      return { credentials: { accessToken: 'mãi mãi' }, expiresAt: null }
    }
    await stage.engine.rows.update('channels', { id: channel.id }, { secretExpiresAt: null, secretRenewedAt: null })
    for (let call = 0; call < 3; call += 1) await fresh(channel, stage.engine, { ...channelOf('zalo'), renew })
    expect(asked).toBe(1)
  })
})

describe('a channel', () => {
  it('whose grant the platform refuses says so, and its posts are held', async () => {
    const channel = await addChannel(stage, 'zalo', ended())
    const spent = { ...(await stored(channel)), refreshToken: 'đã-dùng' }
    await stage.engine.rows.update('channels', { id: channel.id }, { secret: stage.sealFor(channel.id, spent) })
    const publication = await addPublication(stage, 'zalo', { channel: await stage.channel(channel.id) })
    await runToRest(stage)
    expect(await stage.channel(channel.id)).toMatchObject({
      state: 'attention',
      problem: expect.stringMatching(/[à-ỹ]/),
    })
    expect(await stage.read(publication.id)).toMatchObject({
      state: 'held',
      heldBecause: 'channel-not-ready',
      sends: 0,
    })
  })

  it('whose credentials lack what the driver needs asks for a person, and its posts are held', async () => {
    const channel = await addChannel(stage, 'zalo')
    const secret = stage.sealFor(channel.id, { accessToken: 'x' })
    await stage.engine.rows.update('channels', { id: channel.id }, { secret })
    const publication = await addPublication(stage, 'zalo', { channel: await stage.channel(channel.id) })
    expect(await runJob(stage, 'publish', { publication: publication.id })).toEqual({ done: 'unauthorized' })
    await runToRest(stage)
    expect((await stage.channel(channel.id)).problem).toContain('refreshToken')
    expect(await stage.read(publication.id)).toMatchObject({ state: 'held', heldBecause: 'channel-not-ready' })
  })
})
