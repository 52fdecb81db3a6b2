/** The answer to the call that publishes a film is lost: the film’s own id settles it. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ARMED } from '@/channels/contract'
import { channel } from '@/channels/facebook'
import { calm, goOn, openStage, type Stage } from '../stage'

let stage: Stage
beforeEach(async () => {
  stage = await openStage()
})
afterEach(async () => {
  calm(stage)
  await stage.platform.close()
})

const WHOLE = 350_000

describe.each([
  ['a video', 'video', 'videos.finish'],
  ['a reel', 'reel', 'reels.finish'],
] as const)('%s whose end got no answer', (_name, presentation, finish) => {
  const make = () => stage.item(presentation, [stage.film(WHOLE)])

  it('is found by its own id while it is processed, and followed until it is live', async () => {
    const item = make()
    const draft = stage.draft(item)
    stage.platform.fault?.('accept-then-drop', finish)
    const recorded = stage.record()
    expect(await stage.failToPublish(draft, recorded)).toMatchObject({ kind: 'outcome-unknown' })
    const found = await stage.find(draft, recorded)
    expect(found).toMatchObject({ outcome: 'processing', ticket: { film: stage.films()[0]?.id } })
    stage.platform.pass(30)
    const { ticket } = found as { ticket: Parameters<NonNullable<typeof channel.follow>>[0] }
    expect(await channel.follow?.(ticket, stage.record().call)).toMatchObject({ outcome: 'published' })
    expect(stage.onWall(item)).toHaveLength(1)
  })

  it('is absent when the end never arrived, and then ended without sending a byte again', async () => {
    const item = make()
    stage.platform.fault?.('unavailable', finish)
    const recorded = stage.record()
    expect(await stage.failToPublish(stage.draft(item), recorded)).toMatchObject({ kind: 'outcome-unknown' })
    expect(await goOn(stage, item, recorded)).toEqual({ found: 'absent', offsets: [], steps: [ARMED] })
    expect(stage.films()).toHaveLength(1)
    expect(stage.onWall(item)).toHaveLength(1)
  })

  it('is taken for what it is when a second attempt finds it ended, with the words approved last', async () => {
    const item = make()
    stage.platform.fault?.('accept-then-drop', finish)
    const recorded = stage.record()
    await stage.failToPublish(stage.draft(item), recorded)
    const corrected = { ...item, lead: 'Bản đã sửa theo góp ý.' }
    await stage.publish(stage.draft(corrected), stage.record({ earlier: recorded.checkpoints }))
    expect(stage.films()).toHaveLength(1)
    expect(stage.onWall(item)).toMatchObject([{ text: stage.draft(corrected).text }])
  })

  it('is found by its link when nothing of the upload is remembered', async () => {
    const item = make()
    const draft = stage.draft(item)
    await stage.publish(draft)
    expect(await stage.find(draft, stage.record())).toMatchObject({ outcome: 'published' })
  })
})
