/** What a cut line or a refusal does to a reel: it goes on where the platform stands, and is there once. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ARMED } from '@/channels/contract'
import { calm, goOn, listen, offsetsOf, openStage, pathOf, stepsOf, type Stage } from '../stage'

let stage: Stage
beforeEach(async () => {
  stage = await openStage()
})
afterEach(async () => {
  calm(stage)
  await stage.platform.close()
})

const WHOLE = 350_000

const aReel = () => stage.item('reel', [stage.film(WHOLE)])
const visible = (item: ReturnType<typeof aReel>) => stage.onWall(item).length

describe('a reel', () => {
  it('starts, sends its bytes with their offset, is armed, and finishes', async () => {
    const item = aReel()
    const recorded = stage.record()
    const requests = listen(recorded)
    const { url } = await stage.publish(stage.draft(item), recorded)
    const film = stage.films()[0]?.id
    expect(requests.slice(0, 3).map(pathOf)).toEqual([
      `/facebook/graph/v26.0/${stage.platform.account}/video_reels`,
      `/facebook/rupload/video-upload/v26.0/${film}`,
      `/facebook/graph/v26.0/${stage.platform.account}/video_reels`,
    ])
    expect(requests[1]?.headers).toMatchObject({
      authorization: `OAuth ${stage.platform.credentials['pageToken']}`,
      offset: '0',
      file_size: String(WHOLE),
    })
    expect(stepsOf(recorded.checkpoints)).toEqual(['film-started', ARMED])
    expect(url).toBe(`${stage.platform.addresses['FACEBOOK_WEB_URL']}/reel/${film}/`)
    expect(stage.onWall(item)).toMatchObject([{ kind: 'reel' }])
  })

  it('sends its token to no host but the configured one, wherever the platform points', async () => {
    const recorded = stage.record()
    const requests = listen(recorded)
    await stage.publish(stage.draft(aReel()), recorded)
    expect(new Set(requests.map(({ url }) => new URL(url).hostname))).toEqual(new Set(['127.0.0.1']))
  })

  it('goes on from what is held when its bytes were cut', async () => {
    stage.turn({ keptPerPiece: 200_000 })
    const item = aReel()
    const recorded = stage.record()
    const offsets = offsetsOf(recorded)
    await stage.publish(stage.draft(item), recorded)
    expect(offsets).toEqual([0, 200_000])
    expect(visible(item)).toBe(1)
  })

  it('sends no byte twice when only the answer to the last was lost', async () => {
    const item = aReel()
    const first = stage.record({ losesAnswer: 1 })
    await stage.failToPublish(stage.draft(item), first)
    const { offsets } = await goOn(stage, item, first)
    expect(offsets).toEqual([])
    expect(visible(item)).toBe(1)
  })

  it('begins a new upload where the platform never says how much it holds', async () => {
    const item = aReel()
    stage.turn({ keptPerPiece: 200_000, bytesSpelling: 2 })
    const first = stage.record()
    const failure = { kind: 'unavailable', code: 'upload-stuck' }
    expect(await stage.failToPublish(stage.draft(item), first)).toMatchObject(failure)
    const second = stage.record({ earlier: first.checkpoints })
    expect(await stage.failToPublish(stage.draft(item), second)).toMatchObject(failure)
    stage.turn({ keptPerPiece: 0 })
    await stage.publish(stage.draft(item), stage.record({ earlier: second.call.checkpoints }))
    expect(stage.films()).toHaveLength(2)
    expect(visible(item)).toBe(1)
  })

  it('tries the upload twice, then begins a new one', async () => {
    const item = aReel()
    stage.turn({ reelUploadFails: 1 })
    const first = stage.record()
    const failure = { kind: 'unavailable', code: 'ProcessingFailedError' }
    expect(await stage.failToPublish(stage.draft(item), first)).toMatchObject(failure)
    const second = stage.record({ earlier: first.checkpoints })
    expect(await stage.failToPublish(stage.draft(item), second)).toMatchObject(failure)
    stage.turn({ reelUploadFails: 0 })
    await stage.publish(stage.draft(item), stage.record({ earlier: second.call.checkpoints }))
    expect(stage.films()).toHaveLength(2)
    expect(visible(item)).toBe(1)
  })

  it.each([
    [1363040, '9:16'],
    [1363127, '540'],
    [1363128, '3-90 giây'],
    [1363129, '24-60'],
  ])('that is refused at the end says why: %i', async (finishSubcode, words) => {
    stage.turn({ finishSubcode })
    expect(await stage.failToPublish(stage.draft(aReel()), stage.record())).toMatchObject({
      kind: 'rejected',
      code: `100/${finishSubcode}`,
      message: expect.stringContaining(words),
    })
  })
})
