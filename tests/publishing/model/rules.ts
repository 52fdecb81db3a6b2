/** The rules of design.md section 4, as they can be seen from outside. */
import { expect } from 'vitest'
import type { Publication } from '@/engine/rows'
import { eventNames, isOver } from '@/publishing/states'
import { findBrokenLinks } from '../../support/engine/chain'
import { runToRest } from '../../support/engine/rest'
import { answerAll, resumeAll, sending, steps, type World } from './steps'

/** What holds at every moment. */
export async function expectRules(world: World): Promise<void> {
  for (const id of world.ids) {
    const row = await world.read(id)
    const own = world.sent.filter(({ publication }) => publication === id)
    expect(own.length, `${id} is never sent twice`).toBeLessThanOrEqual(1)
    for (const { text, at } of own) expectApproved(row, { text, at })
    if (row.state === 'published') expect(own.length, `${id} is published, so it is there`).toBe(1)
    expect(row.sends, `${id} is armed at most twice`).toBeLessThanOrEqual(2)
    const { broken, entries } = await findBrokenLinks(world.engine, row)
    expect(broken, `the audit of ${id}`).toEqual([])
    expect(entries.every((entry) => (eventNames as string[]).includes(entry))).toBe(true)
  }
}

function expectApproved(row: Publication, { text, at }: { text: string; at: Date }): void {
  expect(JSON.parse(text), 'what was approved is what went out').toEqual(row.snapshot?.draft.post)
  const isMoved = row.state === 'scheduled'
  if (!isMoved) expect(at.getTime(), 'not before its hour').toBeGreaterThanOrEqual(row.dueAt.getTime())
}

/** Nothing is broken any more: all of it comes to an end that a person sees. */
export async function expectEnds(world: World): Promise<void> {
  world.fates.length = 0
  world.clock.pass(95)
  await resumeAll(world)
  for (let round = 0; round < 4; round += 1) {
    await runToRest(sending(world))
    await answerAll(world)
  }
  await runToRest(sending(world))
  await steps['wake']?.(world, { do: 'wake' })
  await expectRules(world)
  for (const id of world.ids) {
    const { state } = await world.read(id)
    const isThere = world.sent.some(({ publication }) => publication === id)
    expect(isOver(state) || ['published', 'held', 'failed'].includes(state), `${id} ends as ${state}`).toBe(true)
    if (isThere) expect(['published', 'held', 'withdrawn'], `${id} is there`).toContain(state)
  }
}
