import { addSeconds } from '@/platform/clock'
import type { Engine } from '..'

const KEEP_SECONDS = 30 * 86_400

/** Before this hour nothing is kept that has been dealt with. */
export function forgettable({ now }: Engine): Date {
  return addSeconds(now(), -KEEP_SECONDS)
}

export async function hasForgettable(engine: Engine): Promise<boolean> {
  const where = { state: { in: ['handled', 'ignored'] }, receivedAt: { atMost: forgettable(engine) } }
  return (await engine.rows.count('notices', where)) > 0
}

export async function forgetNotices({ payload }: Engine, before: Date): Promise<void> {
  await payload.db.deleteMany({
    collection: 'notices',
    where: {
      and: [{ state: { in: ['handled', 'ignored'] } }, { receivedAt: { less_than_equal: before.toISOString() } }],
    },
  })
}
