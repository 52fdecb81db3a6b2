import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStage, type Stage } from '../../support/engine'
import { addPublication, sentPosts } from '../../support/engine/publication'
import { runDue } from '../../support/engine/rest'

let stage: Stage

beforeAll(async () => {
  stage = await openStage(import.meta.url)
})

afterAll(() => stage?.close())

describe('A publication whose content is edited while it is being sent', () => {
  it('may land, but is never sent again as it was', async () => {
    const { voidPublications } = await import('@/engine/desk/publication/void')
    const waiting = await addPublication(stage, 'facebook')
    const claimed = await stage.transition(stage.engine, waiting, { event: 'claim', set: { leaseToken: 'ours' } })

    await voidPublications(stage.engine, { kind: claimed.contentKind, id: claimed.contentId, by: null })
    expect((await stage.read(claimed.id)).state).toBe('sending')

    const set = { wakeAt: stage.clock.now() }
    await stage.transition(stage.engine, await stage.read(claimed.id), { event: 'release', set })
    await runDue(stage)
    const held = await stage.read(claimed.id)
    expect([held.state, held.heldBecause]).toEqual(['held', 'snapshot-changed'])
    expect(await sentPosts(stage, held)).toBe(0)
  })
})
