import type { Engine } from '@/engine'
import { forgetNotices } from '@/engine/notices/forget'
import { handleNotice, type Settled } from '@/engine/notices/handle'
import type { NoticeRow } from '@/engine/notices/store'
import { addSeconds } from '@/platform/clock'
import { lookSeconds } from '@/publishing/backoff'
import type { Outcome } from '../runtime/definition'

type Input = { notice: string } | { forgetBefore: string }

export async function handle(engine: Engine, input: Input): Promise<Outcome> {
  if ('notice' in input) return receive(engine, input.notice)
  await forgetNotices(engine, new Date(input.forgetBefore))
  return { done: 'forgotten' }
}

async function receive(engine: Engine, id: string): Promise<Outcome> {
  const [notice] = await engine.rows.find<NoticeRow>('notices', { where: { id }, limit: 1 })
  if (notice?.state !== 'waiting') return { skipped: 'not waiting' }
  try {
    return await close(engine, notice, await handleNotice(engine, notice))
  } catch (cause) {
    engine.log.error({ notice: id, kind: notice.event.kind, err: cause }, 'a notice could not be handled')
    return close(engine, notice, { state: 'waiting', outcome: 'internal' })
  }
}

const FIRST_WAIT_SECONDS = 5

/** About forty minutes in all; after that the notice is kept and not acted upon. */
const MOST_TRIES = 9

async function close({ rows, now }: Engine, notice: NoticeRow, settled: Settled): Promise<Outcome> {
  const waits = settled.state === 'waiting'
  const state = waits && notice.tries >= MOST_TRIES ? 'ignored' : settled.state
  const wakeAt = addSeconds(now(), lookSeconds(FIRST_WAIT_SECONDS, notice.tries))
  const again = state === 'waiting' ? { tries: notice.tries + 1, wakeAt } : { state, wakeAt: null }
  await rows.update('notices', { id: notice.id, state: 'waiting' }, { ...again, outcome: settled.outcome })
  return { done: `${state}: ${settled.outcome}` }
}
