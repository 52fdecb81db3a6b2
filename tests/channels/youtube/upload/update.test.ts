/** Changing what is live: the whole of each part is sent, so nothing that is not ours may be lost on the way. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Live } from '@/channels/contract'
import { channel } from '@/channels/youtube'
import { tracksOf } from '@/sandbox/youtube/extras/captions'
import { VIDEOS, type VideoRecord } from '@/sandbox/youtube/state'
import { someCaptions } from '../support/shapes'
import { openStage, type Stage } from '../support/stage'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
beforeEach(() => stage.calm())
afterAll(() => stage.platform.close())

const find = ({ remoteId }: Live) => stage.videos().find(({ id }) => id === remoteId) as VideoRecord
const update = (live: Live, draft = stage.aDraft({ title: 'Tiêu đề mới' })) =>
  channel.update?.(live, draft, stage.call())

describe('an update', () => {
  it('keeps what a person set in YouTube Studio and the draft does not speak of', async () => {
    const live = await stage.publish()
    const video = find(live)
    stage.desk.records.put(VIDEOS, video.id, {
      ...video,
      snippet: { ...video.snippet, defaultAudioLanguage: 'vi' },
      status: { ...video.status, embeddable: false, license: 'creativeCommon', publicStatsViewable: false },
    })
    await update(live)
    expect(find(live).snippet).toMatchObject({ title: 'Tiêu đề mới', defaultAudioLanguage: 'vi', categoryId: '27' })
    expect(find(live).status).toMatchObject({
      embeddable: false,
      license: 'creativeCommon',
      publicStatsViewable: false,
      privacyStatus: 'public',
    })
  })

  it('meets a platform that does wipe what is not sent', async () => {
    const live = await stage.publish({ options: { tags: ['an toàn'] } })
    const { call } = stage.record()
    const { title, categoryId } = find(live).snippet
    await call.http({
      method: 'PUT',
      url: `${call.addresses['api']}/youtube/v3/videos?part=snippet`,
      headers: { authorization: `Bearer ${stage.platform.credentials['accessToken']}` },
      body: JSON.stringify({ id: live.remoteId, snippet: { title, categoryId } }),
    })
    expect(find(live).snippet).toMatchObject({ description: '', tags: [] })
  })

  it('makes a video private, which is how it is hidden without being deleted', async () => {
    const live = await stage.publish()
    await update(live, stage.aDraft({ options: { privacy: 'private' } }))
    expect(find(live).status.privacyStatus).toBe('private')
  })

  it('does not hide again a video whose hour has come', async () => {
    const publishAt = new Date(stage.platform.now().getTime() + 60_000).toISOString()
    const options = { privacy: 'private', publishAt }
    const live = await stage.publish({ options })
    stage.platform.pass(120)
    await update(live, stage.aDraft({ title: 'Sau giờ hẹn', options }))
    expect(find(live).status).toMatchObject({ privacyStatus: 'public', publishAt: null })
  })

  it('replaces captions by the corrected ones', async () => {
    const media = (words: string) => [stage.files.video, someCaptions(stage.files, 'vi', words)]
    const live = await stage.publish({ media: media('Bản đầu') })
    const corrected = stage.aDraft({ media: media('Bản sửa') })
    await update(live, corrected)
    expect(tracksOf(stage.desk, live.remoteId).map(({ file }) => file)).toEqual([
      `/_files/${corrected.media.find(({ role }) => role === 'captions')?.sha256}`,
    ])
  })

  it('says what of it could not be changed, after everything else was', async () => {
    const live = await stage.publish()
    stage.fault('captions.insert', 'unavailable')
    const draft = stage.aDraft({ title: 'Chữ mới', media: [stage.files.video, someCaptions(stage.files, 'vi')] })
    await expect(update(live, draft)).rejects.toMatchObject({
      kind: 'rejected',
      code: 'update-incomplete',
      message: expect.stringContaining('phụ đề (vi)'),
    })
    expect(find(live).snippet.title).toBe('Chữ mới')
  })

  it('of a video that is gone is refused', async () => {
    const live = await stage.publish()
    await channel.withdraw?.(live, stage.call())
    await expect(update(live)).rejects.toMatchObject({ kind: 'rejected', code: 'videoNotFound' })
  })
})
