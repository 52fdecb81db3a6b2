import { addSeconds } from '@/platform/clock'
import { pingQueue } from '@/platform/queue'
import type { Engine } from '..'

const HEARTBEAT_SECONDS = 60

/** What stands against publishing now, in words; empty when all is well. */
export async function readiness(engine: Engine): Promise<string[]> {
  const [database, queue, worker] = await Promise.all([
    succeeds(() => engine.rows.ping()),
    succeeds(pingQueue),
    succeeds(() => requireWorker(engine)),
  ])
  return [
    ...(database ? [] : ['Không kết nối được cơ sở dữ liệu.']),
    ...(queue ? [] : ['Không kết nối được Redis.']),
    ...(worker ? [] : [`Không có tiến trình đăng bài nào hoạt động trong ${HEARTBEAT_SECONDS} giây qua.`]),
  ]
}

async function requireWorker({ rows, now }: Engine): Promise<void> {
  const alive = await rows.count('workers', { seenAt: { above: addSeconds(now(), -HEARTBEAT_SECONDS) } })
  if (alive === 0) throw new Error('no worker')
}

async function succeeds(work: () => Promise<void>): Promise<boolean> {
  try {
    await work()
    return true
  } catch {
    return false
  }
}
