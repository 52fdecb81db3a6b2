import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { channelOf } from '@/channels/registry'
import type { ChannelRow } from '@/engine/rows'
import type { HttpRequest } from '@/platform/http/contract'
import { addChannel, addPublication, sentPosts } from '../../support/engine/publication'
import { openStage, type Stage } from '../../support/engine'
import { runJob, runToRest } from '../../support/engine/rest'

const RENEW = 'token.renew'

describe('credentials that work once', () => {
  let stage: Stage

  beforeAll(async () => {
    stage = await openStage(import.meta.url)
  })
  afterEach(() => stage?.places.zalo.heal())
  afterAll(() => stage?.close())

  const endsIn = (seconds: number) => ({ secretExpiresAt: new Date(stage.clock.now().getTime() + seconds * 1000) })
  const fresh = async ({ id }: ChannelRow, engine = stage.engine) =>
    stage.freshCredentials(engine, channelOf('zalo'), await stage.channel(id))
  const stored = async ({ id }: ChannelRow) => stage.openCredentials(await stage.channel(id))

  it('are stored before the first request that uses them', async () => {
    const channel = await addChannel(stage, 'zalo')
    await stage.engine.rows.update('channels', { id: channel.id }, endsIn(60))
    const publication = await addPublication(stage, 'zalo', { channel: await stage.channel(channel.id) })
    const used: string[] = []
    const http = async (request: HttpRequest) => {
      const token = request.headers?.['access_token']
      if (token) {
        expect(await stored(channel)).toMatchObject({ accessToken: token })
        used.push(token)
      }
      return stage.engine.http(request)
    }
    await runJob({ ...stage, engine: stage.engineWith({ http }) }, 'publish', { publication: publication.id })
    expect(new Set(used).size).toBe(1)
    expect(used[0]).not.toBe((stage.openCredentials(channel) as { accessToken: string }).accessToken)
    expect(await sentPosts(stage, publication)).toBe(1)
  })

  it('are left alone while they live long enough', async () => {
    const channel = await addChannel(stage, 'zalo')
    expect(await fresh(channel)).toEqual(stage.openCredentials(channel))
  })

  it.each(['unavailable', 'throttle', 'accept-then-drop'] as const)(
    'stay in use when the renewal meets "%s" and they still live',
    async (fault) => {
      const channel = await addChannel(stage, 'zalo', endsIn(3600))
      stage.places.zalo.fault(fault, RENEW)
      expect(await fresh(channel)).toEqual(stage.openCredentials(channel))
      expect(await stage.channel(channel.id)).toMatchObject({
        state: 'connected',
        renewLease: null,
        secret: channel.secret,
      })
    },
  )

  it('that are dead keep the publication waiting, not the channel disconnected, while renewal fails', async () => {
    const channel = await addChannel(stage, 'zalo', endsIn(-1))
    const publication = await addPublication(stage, 'zalo', { channel })
    stage.places.zalo.fault('unavailable', RENEW)
    expect(await runJob(stage, 'publish', { publication: publication.id })).toEqual({ done: 'unavailable' })
    expect(await stage.read(publication.id)).toMatchObject({ state: 'scheduled', tries: 1, sends: 0 })
    expect((await stage.channel(channel.id)).state).toBe('connected')
    await runToRest(stage)
    expect((await stage.read(publication.id)).state).toBe('published')
  })

  it('whose renewal was taken and lost need a person as soon as the platform says so', async () => {
    const channel = await addChannel(stage, 'zalo', endsIn(-1))
    const publication = await addPublication(stage, 'zalo', { channel })
    stage.places.zalo.fault('accept-then-drop', RENEW)
    expect(await runJob(stage, 'publish', { publication: publication.id })).toEqual({ done: 'unavailable' })
    await runToRest(stage)
    expect((await stage.channel(channel.id)).state).toBe('attention')
    expect(await stage.read(publication.id)).toMatchObject({
      state: 'held',
      heldBecause: 'channel-not-ready',
      sends: 0,
    })
  })

  it('that an administrator wrote anew meanwhile are not overwritten', async () => {
    const channel = await addChannel(stage, 'zalo', endsIn(-1))
    const anew = stage.sealFor(channel.id, { accessToken: 'mới', refreshToken: 'mới', appId: '1', appSecret: '1' })
    const http = async (request: HttpRequest) => {
      const answer = await stage.engine.http(request)
      await stage.engine.rows.update('channels', { id: channel.id }, { secret: anew })
      return answer
    }
    await expect(fresh(channel, stage.engineWith({ http }))).rejects.toMatchObject({ kind: 'unavailable' })
    expect(await stored(channel)).toMatchObject({ accessToken: 'mới' })
  })

  it('never stand in a row, a log line or an audit entry as they are', async () => {
    const channel = await addChannel(stage, 'zalo', endsIn(60))
    const publication = await addPublication(stage, 'zalo', { channel })
    await runToRest(stage)
    const written = JSON.stringify([
      await stage.channel(channel.id),
      await stage.read(publication.id),
      await stage.attempts(publication.id),
      await stage.engine.rows.find('audit', { where: { subject: `publications:${publication.id}` } }),
    ])
    for (const secret of Object.values((await stored(channel)) as Record<string, string>).filter(
      ({ length }) => length > 15,
    ))
      expect(written).not.toContain(secret)
  })
})
