import { describe, expect, it } from 'vitest'
import { together } from '@/platform/database/rows/together'

type Item = { key: string; value: number }

/** Work that is done when it is told to be, and keeps what was asked for at once. */
function slow({ fails = () => false }: { fails?: (items: readonly Item[]) => boolean } = {}) {
  const batches: number[][] = []
  const ask = together(
    async (items: readonly Item[]) => {
      batches.push(items.map(({ value }) => value))
      await new Promise(setImmediate)
      if (fails(items)) throw new Error('refused')
      return items.map(({ value }) => value * 10)
    },
    { keyOf: ({ key }) => key },
  )
  return { batches, ask: (value: number, key = String(value)) => ask({ key, value }) }
}

describe('what many ask for at one moment', () => {
  it('is done at once for the first, and together for those that came meanwhile', async () => {
    const { ask, batches } = slow()
    expect(await Promise.all([1, 2, 3, 4].map((value) => ask(value)))).toEqual([10, 20, 30, 40])
    expect(batches).toEqual([[1], [2, 3, 4]])
  })

  it('never stands together with another of its key, and keeps their order', async () => {
    const { ask, batches } = slow()
    await Promise.all([ask(1, 'a'), ask(2, 'a'), ask(3, 'a'), ask(4, 'b')])
    expect(batches).toEqual([[1], [2, 4], [3]])
  })

  it('that fails together is done one by one: only what is at fault fails', async () => {
    const { ask, batches } = slow({ fails: (items) => items.some(({ value }) => value === 3) })
    const results = await Promise.allSettled([1, 2, 3, 4].map((value) => ask(value)))
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled'])
    expect(batches).toEqual([[1], [2, 3, 4], [2], [3], [4]])
  })

  it('goes on after a failure', async () => {
    const { ask } = slow({ fails: (items) => items.some(({ value }) => value === 1) })
    await expect(ask(1)).rejects.toThrow('refused')
    expect(await ask(2)).toBe(20)
  })
})
