/**
 * Walks of chance through everything that may happen to some publications, over the real handlers. After every step
 * the rules hold; a walk that breaks one is shortened to the few steps that it takes. `WALKS=2000` walks longer, `SEED`
 * walks again.
 */
import { array, assert, asyncProperty } from 'fast-check'
import { describe, it } from 'vitest'
import { openOffice } from './office'
import { expectEnds, expectRules } from './rules'
import { step, type Step, steps, type World } from './steps'

const WALKS = Number(process.env['WALKS'] ?? 25)

describe('A walk of chance', () => {
  it('breaks no rule, and all that was scheduled comes to an end', async () => {
    const property = asyncProperty(array(step, { minLength: 5, maxLength: 40 }), async (walk) => {
      const office = await openOffice()
      const world: World = { ...office, ids: [], frozen: [] }
      for (const one of walk) {
        await steps[one.do]?.(world, one as Step)
        await expectRules(world)
      }
      await expectEnds(world)
    })
    await assert(property, { numRuns: WALKS, ...(process.env['SEED'] ? { seed: Number(process.env['SEED']) } : {}) })
  }, 300_000)
})
