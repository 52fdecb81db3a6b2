/** Webhooks that wait for each other, to be sent in the reverse of their order. */
import type { Work } from './work'

/** How long a lone one waits for others that never come. */
const PATIENCE_MILLISECONDS = 1_000

export type Company = { join(platform: string, member: { id: number; size: number }): void; has(id: number): boolean }

export function openCompany(work: Work, queue: (id: number) => void): Company {
  const groups = new Map<string, { ids: number[]; callOff: () => void }>()
  const release = (platform: string) => {
    const group = groups.get(platform)
    group?.callOff()
    groups.delete(platform)
    for (const id of group?.ids.toReversed() ?? []) queue(id)
  }
  const open = (platform: string) => ({
    ids: [] as number[],
    callOff: work.later(PATIENCE_MILLISECONDS, () => release(platform)),
  })
  return {
    has: (id) => [...groups.values()].some(({ ids }) => ids.includes(id)),
    join: (platform, { id, size }) => {
      const group = groups.get(platform) ?? open(platform)
      group.ids.push(id)
      groups.set(platform, group)
      if (group.ids.length >= size) release(platform)
    },
  }
}
