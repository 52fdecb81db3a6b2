/** Settles an unknown outcome: whether the parts that were sent without an answer are up. */
import type { Call, Draft, Processing, Published, SearchKey } from '../../contract'
import type { TelegramPost } from '../options'
import { pinRemark, ticketOf, type Accepted } from './follow'
import { markOf, toPublished, type Message } from './message'
import { highestId, readProgress, type Progress, type Waiting } from './progress'
import { search } from './scan'
import { wantedOf } from './wanted'

export async function find(
  { draft, armedAt }: SearchKey<TelegramPost>,
  call: Call,
): Promise<Published | Processing | 'absent' | 'cannot-tell'> {
  const progress = readProgress(call.checkpoints)
  if (call.checkpoints.length === 0) progress.open = { part: 0, armedAt: armedAt.toISOString() }
  for (const look of looksOf(progress, call)) {
    const found = await lookFor(draft, look)
    if (found === 'cannot-tell') return found
    if (found !== 'absent') take(progress, { draft, part: look.waiting.part, messages: found })
  }
  return judge({ draft, call, progress })
}

function looksOf({ sent, queued, open }: Progress, call: Call): Look[] {
  return [
    // What the server keeps back may get a lower number than what was sent after it.
    ...queued.map((waiting) => ({ call, waiting, above: 0 })),
    ...(open ? [{ call, waiting: open, above: highestId(sent) }] : []),
  ]
}

type Found = { draft: Draft<TelegramPost>; part: number; messages: Message[] }

function take(progress: Progress, { draft, part: index, messages }: Found): void {
  const part = draft.post.parts[index]
  progress.sent.push({ part: index, messages, mark: part ? markOf(part, draft) : '' })
  progress.queued = progress.queued.filter((one) => one.part !== index)
}

/** A post of which something was never sent is not up, whatever is there of it: sending goes on where it stopped. */
function judge({ draft, call, progress }: Accepted): Published | Processing | 'absent' {
  const { sent, queued, isPinned } = progress
  const { parts, pin } = draft.post
  if (sent.length === parts.length) return { ...toPublished(sent, call), ...pinRemark(pin && !isPinned) }
  return sent.length + queued.length === parts.length ? ticketOf({ draft, call, progress }) : 'absent'
}

type Look = { call: Call; waiting: Waiting; above: number }

/** The messages of one part, proven absence, or no way to tell. */
export async function lookFor(
  draft: Draft<TelegramPost>,
  { call, waiting, above }: Look,
): Promise<Message[] | 'absent' | 'cannot-tell'> {
  // What may not be forwarded cannot be looked at, and looks as if it were not there.
  if (draft.post.protectContent) return 'cannot-tell'
  return search(call, { ...wantedOf(draft, waiting), above })
}
