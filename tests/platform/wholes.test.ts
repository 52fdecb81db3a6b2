/** A change and what belongs to it, on the real database: all of it or nothing, also when many share one transaction. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Value } from '@/platform/database'
import { openStage, type Stage } from '../support/engine'
import { addChannel, insertMany } from '../support/engine/publication'

describe('a change with what belongs to it', () => {
  let stage: Stage
  let ids: string[]

  beforeAll(async () => {
    stage = await openStage(import.meta.url)
    ids = await insertMany(stage, await addChannel(stage, 'telegram'), 40)
  })
  afterAll(() => stage?.close())

  const entry = (id: string, over: Record<string, Value> = {}) => ({
    slug: 'audit',
    row: {
      action: 'test',
      subject: `publications:${id}`,
      organization: stage.organization,
      actor: 'system',
      actorName: 'Hệ thống',
      detail: { words: 'Bà con “cẩn thận”', list: [1, null, true] },
      at: stage.clock.now(),
      previousHash: null,
      hash: `hash-of-${id}`,
      ...over,
    },
  })
  const move = (id: string, revision: number, over?: Record<string, Value>) =>
    stage.engine.rows.setWith(
      'publications',
      { where: { id, revision }, set: { revision: revision + 1, heldMessage: 'Đã đổi', retryAt: stage.clock.now() } },
      [entry(id, over)],
    )
  const entriesOf = (id: string) => stage.engine.rows.find('audit', { where: { subject: `publications:${id}` } })

  it('is written whole, every kind of value as it was given', async () => {
    const [id = ''] = ids
    expect(await move(id, 0)).toBe(true)
    const row = await stage.read(id)
    expect(row).toMatchObject({ revision: 1, heldMessage: 'Đã đổi' })
    expect(row.retryAt).toBeInstanceOf(Date)
    expect(await entriesOf(id)).toMatchObject([{ detail: { words: 'Bà con “cẩn thận”', list: [1, null, true] } }])
  })

  it('that does not match carries nothing with it', async () => {
    const [id = ''] = ids
    expect(await move(id, 0)).toBe(false)
    expect(await entriesOf(id)).toHaveLength(1)
  })

  it('is one of many that share a transaction, and each is answered for itself', async () => {
    const some = ids.slice(1, 31)
    const answers = await Promise.all(some.map((id, place) => move(id, place % 3 === 0 ? 7 : 0)))
    expect(answers).toEqual(some.map((_id, place) => place % 3 !== 0))
    for (const [place, id] of some.entries())
      expect(await entriesOf(id), `place ${place}`).toHaveLength(place % 3 === 0 ? 0 : 1)
  })

  it('asked for several times at once is written once', async () => {
    const id = ids[31] ?? ''
    const answers = await Promise.all(Array.from({ length: 8 }, () => move(id, 0)))
    expect(answers.filter(Boolean)).toHaveLength(1)
    expect(await entriesOf(id)).toHaveLength(1)
    expect((await stage.read(id)).revision).toBe(1)
  })

  it('that the database refuses leaves nothing, and does not spoil those beside it', async () => {
    const some = ids.slice(32, 38)
    const [bad = '', ...good] = some
    const answers = await Promise.allSettled(some.map((id) => (id === bad ? failing(stage, id) : move(id, 0))))
    expect(answers.map(({ status }) => status)).toEqual(['rejected', ...good.map(() => 'fulfilled')])
    expect(await entriesOf(bad)).toEqual([])
    expect((await stage.read(bad)).revision).toBe(0)
    for (const id of good) expect(await entriesOf(id)).toHaveLength(1)
  })

  /** Its attempt has the id of one that is there already. */
  async function failing({ engine, organization }: Stage, id: string): Promise<boolean> {
    const attempt = { id: engine.rows.newId(), publication: id, organization, number: 1, startedAt: engine.now() }
    await engine.rows.insert('attempts', attempt)
    const change = { where: { id, revision: 0 }, set: { revision: 1 } }
    return engine.rows.setWith('publications', change, [entry(id), { slug: 'attempts', row: attempt }])
  }

  it('changes another row with it', async () => {
    const id = ids[39] ?? ''
    const { rows } = stage.engine
    const attempt = await rows.insert('attempts', {
      publication: id,
      organization: stage.organization,
      number: 1,
      startedAt: stage.clock.now(),
    })
    const also = { slug: 'attempts', where: { id: attempt }, set: { outcome: 'published', steps: [{ step: 'armed' }] } }
    expect(await rows.setWith('publications', { where: { id, revision: 5 }, set: { revision: 6 } }, [also])).toBe(false)
    expect((await stage.attempts(id))[0]).toMatchObject({ outcome: null })
    expect(await rows.setWith('publications', { where: { id, revision: 0 }, set: { revision: 1 } }, [also])).toBe(true)
    expect((await stage.attempts(id))[0]).toMatchObject({ outcome: 'published', steps: [{ step: 'armed' }] })
  })
})
