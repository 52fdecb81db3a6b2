/** Where the documentation of films can be read in two ways: the driver lives with both. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ARMED, type Json } from '@/channels/contract'
import { channel } from '@/channels/facebook'
import { stateOf, filmSchema } from '@/channels/facebook/api/films'
import { calm, listen, openStage, stepsOf, type Stage } from '../stage'

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
const aVideo = () => stage.item('video', [stage.film(WHOLE)])

describe('the phases of a reel', () => {
  const words = async () => {
    const recorded = stage.record()
    const requests = listen(recorded)
    await stage.publish(stage.draft(aReel()), recorded)
    const bodies = requests.flatMap(({ body }) =>
      typeof body === 'string' ? [JSON.parse(body) as Record<string, string>] : [],
    )
    return { said: bodies.flatMap(({ upload_phase: phase }) => phase ?? []), steps: stepsOf(recorded.checkpoints) }
  }

  it.each([
    ['either way', 0, ['start', 'finish']],
    ['in small letters', 1, ['start', 'finish']],
    ['in capitals', 2, ['start', 'START', 'FINISH']],
    ['with “complete” for the end', 3, ['start', 'finish', 'FINISH', 'complete']],
  ])('are taken %s, armed once', async (_name, phaseWords, said) => {
    stage.turn({ phaseWords })
    expect(await words()).toEqual({ said, steps: ['film-started', ARMED] })
    expect(stage.films()).toHaveLength(1)
  })
})

describe('the status of a film', () => {
  it.each([
    ['bytes_transfered', 0],
    ['bytes_transferred, as text', 1],
  ])('says how much is held as %s', async (_name, bytesSpelling) => {
    stage.turn({ bytesSpelling, keptPerPiece: 200_000 })
    const recorded = stage.record()
    const offsets: number[] = []
    const { open } = recorded.call
    recorded.call.open = (media, from = 0) => (offsets.push(from), open(media, from))
    await stage.publish(stage.draft(aReel()), recorded)
    expect(offsets).toEqual([0, 200_000])
  })

  it.each([0, 1])('is read in small letters and in capitals (%i)', async (phaseCase) => {
    stage.turn({ phaseCase })
    expect(await stage.publish(stage.draft(aReel()))).toMatchObject({ outcome: 'published' })
    expect(await stage.publish(stage.draft(aVideo()))).toMatchObject({ outcome: 'published' })
  })

  it('may carry an error in a phase that has not begun, which is none', async () => {
    stage.turn({ earlyError: 1 })
    const item = aReel()
    const first = stage.record({ losesAnswer: 1 })
    await stage.failToPublish(stage.draft(item), first)
    await stage.publish(stage.draft(item), stage.record({ earlier: first.checkpoints }))
    expect(stage.films()).toHaveLength(1)
    expect(stage.onWall(item)).toHaveLength(1)
  })

  it.each([0, 1])('may say published before or after processed (%i)', async (publishesFirst) => {
    stage.turn({ publishesFirst, processingSeconds: 100 })
    const result = await channel.publish(stage.draft(aReel()), stage.record().call)
    if (result.outcome !== 'processing') throw new Error('a film is never live at once')
    stage.platform.pass(60)
    const later = await channel.follow?.(result.ticket, stage.record().call)
    expect(later?.outcome).toBe(publishesFirst ? 'published' : 'processing')
    stage.platform.pass(60)
    expect(await channel.follow?.(result.ticket, stage.record().call)).toMatchObject({ outcome: 'published' })
  })

  it('is not taken for absence while a reel is looked through before its end', async () => {
    stage.turn({ processesEarly: 1 })
    stage.platform.fault?.('unavailable', 'reels.finish')
    const draft = stage.draft(aReel())
    const recorded = stage.record()
    await stage.failToPublish(draft, recorded)
    await expect(stage.find(draft, recorded)).rejects.toMatchObject({ kind: 'unavailable', code: 'film-busy' })
    stage.turn({ processesEarly: 0 })
    expect(await stage.find(draft, recorded)).toBe('absent')
  })

  it.each([
    [{ video_status: 'ready' }, 'live'],
    [{ video_status: 'READY', publishing_phase: { status: 'NOT_STARTED' } }, 'uploaded'],
    [{ video_status: 'processing', publishing_phase: { status: 'not_started' } }, 'uploaded'],
    [{ video_status: 'processing' }, 'working'],
    [{ video_status: 'upload_failed' }, 'failed'],
    [{ video_status: 'expired' }, 'failed'],
    [{ video_status: 'processing', publishing_phase: { publish_status: 'published' } }, 'live'],
    [{ video_status: 'ready', publishing_phase: { status: 'complete', publish_status: 'published' } }, 'live'],
    [{ uploading_phase: { status: 'completed' } }, 'uploaded'],
    [{}, 'uploading'],
  ])('%j is %s', (status, state) => {
    expect(stateOf(filmSchema.parse({ id: '1', status })).is).toBe(state)
  })

  it('that is not there at all says nothing', () => {
    expect(stateOf(filmSchema.parse({ id: '1' }))).toEqual({ is: 'uploading', offset: null })
    expect(stateOf(filmSchema.parse({ id: '1', published: false, status: { video_status: 'ready' } })).is).toBe(
      'working',
    )
  })
})

describe('the post of a film', () => {
  it.each([
    ['with the Page’s id before it', 0],
    ['without it', 1],
  ])('is named %s', async (_name, postIdForm) => {
    stage.turn({ postIdForm })
    const { remoteId } = await stage.publish(stage.draft(aVideo()))
    expect(remoteId).toBe(stage.films()[0]?.post)
  })

  it('is not named at all: then the film stands for it, is measured, edited and taken down', async () => {
    stage.turn({ postIdForm: 2 })
    const item = aVideo()
    const live = await stage.goLive(item)
    expect(live.remoteId).toBe(stage.films()[0]?.id)
    const readings = await channel.measure([live], stage.record().call)
    expect(readings).toMatchObject([
      { metric: 'views', definition: 'video.views', value: expect.any(Number) },
      { metric: 'reach', value: null },
      { metric: 'reactions', value: expect.any(Number) },
      { metric: 'comments', value: expect.any(Number) },
      { metric: 'shares', value: null },
    ])
    const corrected = stage.draft({ ...item, title: 'Đính chính' })
    await channel.update?.(live, corrected, stage.record().call)
    expect(stage.onWall(item)).toMatchObject([{ text: corrected.text }])
    await channel.withdraw?.(live, stage.record().call)
    expect(stage.onWall(item)).toEqual([])
  })

  it('is named later: from then on its own numbers count', async () => {
    stage.turn({ postIdForm: 2 })
    const live = await stage.goLive(aVideo())
    stage.turn({ postIdForm: 0 })
    const readings = await channel.measure([live], stage.record().call)
    expect(readings.find(({ metric }) => metric === 'views')).toMatchObject({
      definition: 'post_media_view (lifetime)',
      value: expect.any(Number),
    })
  })

  it.each([0, 1])('may stand in the answer to the end of a reel or not (%i)', async (finishTellsPost) => {
    stage.turn({ finishTellsPost })
    expect(await stage.publish(stage.draft(aReel()))).toMatchObject({ remoteId: stage.films()[0]?.post })
  })
})

describe('a film that can not be processed', () => {
  it.each([
    ['video', 6000, 'tệp video'],
    ['reel', 1363128, '3-90 giây'],
    ['reel', 424_242, 'không xử lý được video'],
  ])('is refused with its reason: %s %i', async (presentation, filmFailure, reason) => {
    stage.turn({ filmFailure })
    const item = stage.item(presentation, [stage.film(WHOLE)])
    const recorded = stage.record()
    expect(await stage.failToPublish(stage.draft(item), recorded)).toMatchObject({
      kind: 'rejected',
      code: `film-${filmFailure}`,
      message: expect.stringContaining(reason),
    })
    const found = (await stage.find(stage.draft(item), recorded)) as { ticket: Json }
    await expect(channel.follow?.(found.ticket, stage.record().call)).rejects.toMatchObject({ kind: 'rejected' })
    expect(stage.onWall(item)).toEqual([])
  })

  it('because it was deleted meanwhile says so, but not in the first minutes', async () => {
    const result = await channel.publish(stage.draft(aVideo()), stage.record().call)
    if (result.outcome !== 'processing') throw new Error('a film is never live at once')
    const [film] = stage.films()
    stage.platform.desk.records.put('facebook.films', film?.id ?? '', { ...film, isDeleted: true })
    expect(await channel.follow?.(result.ticket, stage.record().call)).toMatchObject({ outcome: 'processing' })
    stage.platform.pass(600)
    await expect(channel.follow?.(result.ticket, stage.record().call)).rejects.toMatchObject({ code: 'film-gone' })
  })
})
