import type { Engine } from '@/engine'
import type { ChannelRow, Publication } from '@/engine/rows'
import { claim, type Claimed } from '@/engine/send/claim'
import { addSeconds } from '@/platform/clock'
import type { Outcome } from '../runtime/definition'
import { guard } from './guard'

/** A look that is older, after a long upload, says nothing about now. */
const FRESH_SECONDS = 10

/** Ours to send, or why it is not sent now. */
export type Taken = { claimed: Claimed } | { skipped: Outcome }

/** A post that waits in a lane. Asked twice, either answers as it did the first time. */
export type Entry = {
  /** Known by the row as it was read: what did not move is not looked at again. */
  mark: string
  /** Looks at what stands against sending it, while something else is waited for; `take` knows then. */
  prepare(): void
  take(): Promise<Taken>
  /** What `take` came to; null when nobody asked. */
  taken(): Promise<Taken> | null
}

export function entryOf(engine: Engine, waiting: Publication, channel: ChannelRow): Entry {
  let look: { at: Date; refused: Promise<Outcome | null> } | null = null
  let taking: Promise<Taken> | null = null
  const prepare = () => {
    const refused = guard(engine, waiting, channel)
    // Told to whoever asks for it.
    refused.catch(() => undefined)
    look = { at: engine.now(), refused }
    return refused
  }
  const take = async (): Promise<Taken> => {
    const isFresh = look !== null && addSeconds(look.at, FRESH_SECONDS) > engine.now()
    const refused = await (isFresh && look ? look.refused : prepare())
    if (refused) return { skipped: refused }
    const claimed = await claim(engine, waiting)
    return claimed ? { claimed } : { skipped: { skipped: 'taken by another worker' } }
  }
  return {
    mark: `${waiting.id} ${waiting.revision}`,
    prepare: () => void prepare(),
    take: () => (taking ??= take()),
    taken: () => taking,
  }
}
