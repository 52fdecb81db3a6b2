/** A video that the server has taken and shows later: looked for until it stands in the channel. */
import { z } from 'zod'
import type { Call, Draft, Json, Processing, Problem, Published } from '../../contract'
import type { TelegramPost } from '../options'
import { markOf, message, toPublished } from './message'
import type { Progress } from './progress'
import { search } from './scan'
import { wanted, wantedOf } from './wanted'

const LOOK_AGAIN_SECONDS = 30

const ticket = z.object({
  sent: z.array(z.object({ part: z.number(), messages: z.array(message), mark: z.string() })),
  waiting: z.array(z.object({ part: z.number(), mark: z.string(), wanted })),
  isProtected: z.boolean(),
  pin: z.boolean(),
})

type Ticket = z.infer<typeof ticket>

export type Accepted = { draft: Draft<TelegramPost>; call: Call; progress: Progress }

export function ticketOf({ draft, progress }: Accepted): Processing {
  const waiting = progress.queued.map((one) => {
    const part = draft.post.parts[one.part]
    return { part: one.part, mark: part ? markOf(part, draft) : '', wanted: wantedOf(draft, one) }
  })
  const { pin, protectContent } = draft.post
  return asProcessing({ sent: progress.sent, waiting, isProtected: protectContent, pin: pin && !progress.isPinned })
}

/** Without a way to look it stays "being processed", until a person is asked. */
export async function follow(stored: Json, call: Call): Promise<Published | Processing> {
  const known = ticket.parse(stored)
  const still: Ticket['waiting'] = []
  for (const one of known.waiting) {
    const found = known.isProtected ? 'cannot-tell' : await search(call, { ...one.wanted, above: 0 })
    if (typeof found === 'string') still.push(one)
    else known.sent.push({ part: one.part, mark: one.mark, messages: found })
  }
  if (still.length > 0) return asProcessing({ ...known, waiting: still })
  return { ...toPublished(known.sent, call), ...pinRemark(known.pin) }
}

/** A post that was found afterwards is never pinned by us: looking must change nothing. */
export function pinRemark(isWanted: boolean): { remarks?: Problem[] } {
  if (!isWanted) return {}
  const message =
    'Bài đã lên nhưng có thể chưa được ghim vì mất phản hồi giữa chừng; hãy xem và ghim trực tiếp trong kênh.'
  return { remarks: [{ code: 'not-pinned', message }] }
}

function asProcessing(state: Ticket): Processing {
  return { outcome: 'processing', ticket: JSON.parse(JSON.stringify(state)), lookAgainIn: LOOK_AGAIN_SECONDS }
}
