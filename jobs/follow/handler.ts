import { channelOf } from '@/channels/registry'
import type { Engine } from '@/engine'
import { credentialsForTurn } from '@/engine/credentials'
import { readChannel } from '@/engine/desk/read-content'
import type { Publication } from '@/engine/rows'
import { wakeLater } from '@/engine/transition'
import type { Outcome } from '../runtime/definition'
import { summary } from '../runtime/summary'
import { look } from './look'

/** Posts of one turn; the next one takes what is left. */
const BATCH = 25

/** What the channel itself answered once holds for what else is due on it: it is not asked again for each post. */
export async function handle(engine: Engine, { channel: id }: { channel: string }): Promise<Outcome> {
  const due = await findDue(engine, id)
  if (due.length === 0) return { skipped: 'nothing to follow' }
  const channel = await readChannel(engine, id)
  const around = { channel, credentialsOf: credentialsForTurn(engine, channelOf(channel.platform)) }
  const outcomes: Outcome[] = []
  let away: Date | null = null
  for (const publication of due) {
    if (engine.stopping.aborted) break
    if (away) await wakeLater(engine, publication, { wakeAt: away })
    else {
      const looked = await look(engine, publication, around)
      outcomes.push(looked.outcome)
      away = looked.awayUntil
    }
  }
  return summary(outcomes)
}

function findDue({ rows, now }: Engine, channel: string): Promise<Publication[]> {
  const where = { channel, state: 'processing', wakeAt: { atMost: now() } }
  return rows.find<Publication>('publications', { where, sort: 'wakeAt', limit: BATCH })
}
