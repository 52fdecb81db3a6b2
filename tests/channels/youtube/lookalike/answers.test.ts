/** The look-alike itself, as a driver that is wrong would meet it: what hangs on a video, and the answers. */
import { describe, expect, it } from 'vitest'
import { lookalike } from '@/sandbox/youtube'
import { grantOf, rememberGrant } from '@/sandbox/youtube/account/grants'
import { entriesOf } from '@/sandbox/youtube/extras/playlists'
import { playlistFor } from '../support/shapes'
import { NAME } from '../support/stage'
import { ask, make, open, stage } from '../support/lookalike'

describe('what hangs on a video', () => {
  it('a picture that is none, or nothing at all, is refused', async () => {
    const { id } = await make()
    const set = (body: Uint8Array) =>
      ask({ method: 'POST', path: `/upload/youtube/v3/thumbnails/set?videoId=${id}`, body })
    expect(await set(new TextEncoder().encode('no picture'))).toMatchObject({ status: 400, reason: 'invalidImage' })
    expect(await set(new Uint8Array())).toMatchObject({ status: 400, reason: 'mediaBodyRequired' })
    const huge = new Uint8Array(52_428_801)
    huge.set([0xff, 0xd8, 0xff, 0xe0])
    expect(await set(huge)).toMatchObject({ status: 400, reason: 'invalidImage' })
  })

  it('a playlist takes the same video twice as two entries', async () => {
    const { id } = await make()
    const playlist = playlistFor(NAME)
    const snippet = { playlistId: playlist, resourceId: { kind: 'youtube#video', videoId: id } }
    const add = () =>
      ask({ method: 'POST', path: '/youtube/v3/playlistItems?part=snippet', body: JSON.stringify({ snippet }) })
    expect([(await add()).status, (await add()).status]).toEqual([200, 200])
    expect(entriesOf(stage.desk, playlist).filter(({ video }) => video === id)).toHaveLength(2)
  })
})

describe('its answers', () => {
  it('give counters as strings, and leave out what is gone', async () => {
    const [kept, gone] = [await make(), await make()]
    lookalike.acts?.['remove']?.act(stage.desk, { account: stage.platform.account, id: gone.id }, '')
    const { json } = await ask({ path: `/youtube/v3/videos?part=statistics&id=${kept.id}&id=${gone.id}` })
    expect(json['items']).toEqual([
      {
        kind: 'youtube#video',
        id: kept.id,
        statistics: expect.objectContaining({ viewCount: '11', favoriteCount: '0' }),
      },
    ])
  })

  it('refuse a list of videos without a filter: there is no `mine`', async () => {
    expect(await ask({ path: '/youtube/v3/videos?part=id&mine=true' })).toMatchObject({ status: 400 })
  })

  it('leave a very new video out of the uploads for as long as the list lags', async () => {
    const uploads = `/youtube/v3/playlistItems?part=snippet&playlistId=UU${stage.platform.account.slice(2)}&maxResults=50`
    stage.mood({ listLagSeconds: 60 })
    const { id } = await make()
    const has = async () => (await ask({ path: uploads })).text.includes(id)
    expect(await has()).toBe(false)
    stage.platform.pass(61)
    expect(await has()).toBe(true)
  })

  it('spend the quota of the Pacific day, and begin anew at midnight there by their own clock', async () => {
    const units = () => ask({ path: '/youtube/v3/channels?part=id&mine=true' })
    stage.mood({ unitsADay: 0, uploadsADay: 0 })
    expect(await units()).toMatchObject({ status: 403, reason: 'quotaExceeded' })
    expect(await open()).toMatchObject({ status: 429, reason: 'rateLimitExceeded' })
    expect((await open()).text).toContain("quota metric 'Video Uploads'")
    stage.mood({ unitsADay: 2, uploadsADay: 1 })
    stage.platform.pass(24 * 3_600)
    stage.platform.credentials = lookalike.open(stage.desk, NAME).credentials
    expect([(await units()).status, (await units()).status, (await units()).status]).toEqual([200, 200, 403])
    expect([(await open()).status, (await open()).status]).toEqual([200, 429])
  })

  it('drop the oldest of more than a hundred live refresh tokens without a word', () => {
    const grant = (place: number) => ({
      refreshToken: `1//0-${place}`,
      client: 'one.apps.googleusercontent.com',
      channel: stage.platform.account,
      scope: '',
      isRevoked: false,
    })
    for (let place = 0; place <= 100; place += 1) rememberGrant(stage.desk, grant(place))
    expect([grantOf(stage.desk, '1//0-0', 0), grantOf(stage.desk, '1//0-1', 0)?.refreshToken]).toEqual([null, '1//0-1'])
  })
})
