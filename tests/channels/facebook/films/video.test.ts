/** What a cut line or a dead session does to a video: it goes on where the platform stands, and is there once. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ARMED } from '@/channels/contract'
import type { HttpRequest } from '@/platform/http/contract'
import { calm, goOn, listen, offsetsOf, openStage, stepsOf, type Stage } from '../stage'

let stage: Stage
beforeEach(async () => {
  stage = await openStage()
})
afterEach(async () => {
  calm(stage)
  await stage.platform.close()
})

const PIECE = 100_000
const WHOLE = 350_000

const aVideo = () => stage.item('video', [stage.film(WHOLE)])
const visible = (item: ReturnType<typeof aVideo>) => stage.onWall(item).length

describe('a video', () => {
  beforeEach(() => stage.turn({ pieceBytes: PIECE }))

  it('goes in the pieces that the platform asks for, is armed once, right before the end, and arrives to the byte', async () => {
    const item = aVideo()
    const recorded = stage.record()
    const offsets = offsetsOf(recorded)
    const { remoteId, url } = await stage.publish(stage.draft(item), recorded)
    expect(offsets).toEqual([0, PIECE, 2 * PIECE, 3 * PIECE])
    expect(stepsOf(recorded.checkpoints)).toEqual(['film-started', ARMED])
    expect(stage.onWall(item)).toMatchObject([
      { id: remoteId, video: `/_files/${item.media[0]?.renditions[0]?.sha256}` },
    ])
    const web = stage.platform.addresses['FACEBOOK_WEB_URL']
    expect(url).toBe(`${web}/${stage.platform.account}/videos/${stage.films()[0]?.id}/`)
    const seen = await fetch(url, { redirect: 'manual' })
    expect([seen.status, seen.headers.get('location')]).toEqual([302, `/_wall/facebook#${remoteId}`])
  })

  it.each(['before', 'after'] as const)(
    'whose line is cut %s a piece has arrived goes on from what is held',
    async (when) => {
      const item = aVideo()
      const recorded = stage.record()
      let pieces = 0
      const isSecond = ({ headers }: HttpRequest) =>
        (headers?.['content-type'] ?? '').startsWith('multipart') && (pieces += 1) === 2
      listen(recorded, (request) => (isSecond(request) ? when : null))
      expect(await stage.failToPublish(stage.draft(item), recorded)).toMatchObject({ kind: 'unavailable' })
      const { offsets } = await goOn(stage, item, recorded)
      expect(offsets[0]).toBe(when === 'before' ? PIECE : 2 * PIECE)
      expect(stage.films()).toHaveLength(1)
      expect(visible(item)).toBe(1)
    },
  )

  it('asks by sending when the platform does not say how much it holds', async () => {
    const item = aVideo()
    const recorded = stage.record({ losesAnswer: 2 })
    await stage.failToPublish(stage.draft(item), recorded)
    stage.turn({ bytesSpelling: 2 })
    const { offsets } = await goOn(stage, item, recorded)
    expect(offsets).toEqual([0, 2 * PIECE, 3 * PIECE])
    expect(visible(item)).toBe(1)
  })

  it('sends again what the platform did not keep of a piece', async () => {
    stage.turn({ keptPerPiece: 60_000 })
    const recorded = stage.record()
    const offsets = offsetsOf(recorded)
    const item = aVideo()
    await stage.publish(stage.draft(item), recorded)
    expect(offsets).toEqual([0, 60_000, 120_000, 180_000, 240_000, 300_000])
    expect(visible(item)).toBe(1)
  })

  it('begins anew after its session has died twice, and is there once', async () => {
    const item = aVideo()
    const first = stage.record({ losesAnswer: 2 })
    await stage.failToPublish(stage.draft(item), first)
    stage.turn({ sessionHours: 1 })
    stage.platform.pass(2 * 3_600)
    const second = stage.record({ earlier: first.checkpoints })
    expect(await stage.failToPublish(stage.draft(item), second)).toMatchObject({ kind: 'unavailable' })
    const third = stage.record({ earlier: second.call.checkpoints })
    expect(await stage.failToPublish(stage.draft(item), third)).toMatchObject({ kind: 'unavailable' })
    await stage.publish(stage.draft(item), stage.record({ earlier: third.call.checkpoints }))
    expect(stage.films()).toHaveLength(2)
    expect(visible(item)).toBe(1)
  })

  it('uses an upload again after its words were corrected, but not for another file', async () => {
    const item = aVideo()
    const first = stage.record({ leaseLost: new Error('killed') })
    await stage.failToPublish(stage.draft(item), first)
    const corrected = { ...item, title: 'Tiêu đề đã sửa' }
    await stage.publish(stage.draft(corrected), stage.record({ earlier: first.checkpoints }))
    expect(stage.films()).toMatchObject([{ title: 'Tiêu đề đã sửa' }])
    const other = { ...aVideo(), media: [stage.film(WHOLE + 5)] }
    await stage.publish(stage.draft(other), stage.record({ earlier: first.checkpoints }))
    expect(stage.films()).toHaveLength(2)
  })
})
