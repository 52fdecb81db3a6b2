/** What a person may do to a publication. Each is one transition; losing a race is a 409 that says what happened. */
import { z } from 'zod'
import type { Value } from '@/platform/database'
import { Refusal } from '@/platform/errors'
import { ChannelError } from '@/channels/contract'
import { type EventName, nextState, TransitionError } from '@/publishing/states'
import type { Engine } from '../..'
import type { Actor } from '../../audit'
import type { Publication } from '../../rows'
import { readPublication, transition } from '../../transition'
import { isPast } from '../plan'
import { URGENT } from '../plan/create-rows'
import { foreseenAt } from '../../send/inspect'
import { refuseCall, refuseTransition } from '../refusals'
import { update } from './update'
import { takeDown } from './withdraw'

export const publicationVerbs = ['cancel', 'send-now', 'reschedule', 'confirm', 'retry', 'withdraw', 'update'] as const

export type PublicationVerb = (typeof publicationVerbs)[number]

export type Act = { engine: Engine; publication: Publication; actor: Actor; body: unknown }

const cleared = {
  heldBecause: null,
  heldMessage: null,
  failureKind: null,
  failureCode: null,
  failureMessage: null,
  retryAt: null,
  tries: 0,
  sends: 0,
  looks: 0,
}

/** What a recall has said about a post is over once the post is down. */
export const withoutRecall = { recallStage: null, recallMessage: null, recallWakeAt: null }

const recalled = new Refusal(
  'recalled',
  'Bài này đang được thu hồi nên không đăng, sửa hay hẹn giờ được nữa; hãy xem kết quả ở mục Thu hồi.',
  409,
)

const handlers: Readonly<Record<PublicationVerb, (act: Act) => Promise<Publication>>> = {
  cancel: (act) => move(act, 'cancel', { wakeAt: null }),
  // A person waits for it: it goes before what has been waiting longer.
  'send-now': (act) => move(act, 'send-now', { ...at(act, act.engine.now()), priority: URGENT }),
  retry: (act) => move(act, 'retry', at(act, act.engine.now())),
  reschedule,
  confirm,
  withdraw,
  update,
}

/** @throws Refusal 404 for no such publication, 409 for a state that does not take the verb. */
export async function actOnPublication(
  engine: Engine,
  { id, verb, actor, body }: { id: string; verb: PublicationVerb; actor: Actor; body: unknown },
): Promise<Publication> {
  const publication = await readPublication(engine, id)
  if (!publication) throw new Refusal('not_found', 'Không tìm thấy bài đăng này.', 404)
  if (publication.recalledAt && verb !== 'withdraw') throw recalled
  try {
    return await handlers[verb]({ engine, publication, actor, body })
  } catch (cause) {
    if (cause instanceof TransitionError) throw refuseTransition(cause.state)
    if (cause instanceof ChannelError) throw refuseCall(cause)
    throw cause
  }
}

function move({ engine, publication, actor }: Act, event: EventName, set: Record<string, Value>): Promise<Publication> {
  return transition(engine, publication, { event, set, actor })
}

/** Whoever chooses an hour learns at once what will not go as meant then. */
function at({ publication }: Act, dueAt: Date): Record<string, Value> {
  return { ...cleared, dueAt, wakeAt: dueAt, preflightProblems: foreseenAt(publication, dueAt) }
}

async function reschedule(act: Act): Promise<Publication> {
  const parsed = z.strictObject({ dueAt: z.iso.datetime({ offset: true }) }).safeParse(act.body)
  if (!parsed.success) throw new Refusal('body_invalid', 'Cần dueAt: giờ đăng mới theo ISO 8601, có múi giờ.', 400)
  const dueAt = new Date(parsed.data.dueAt)
  if (isPast(act.engine, dueAt))
    throw new Refusal('due_in_past', 'Giờ đăng mới đã qua; hãy chọn giờ sau thời điểm này.')
  if (act.publication.state === 'draft') return move(act, 'move', { dueAt })
  return move(act, 'reschedule', at(act, dueAt))
}

/** A person saw it live. The platform's own id stays unknown, so such a post is not measured. */
async function confirm(act: Act): Promise<Publication> {
  const parsed = z.strictObject({ url: z.url({ protocol: /^https?$/ }) }).safeParse(act.body)
  if (!parsed.success) throw new Refusal('body_invalid', 'Cần url: đường dẫn của bài đã lên, bắt đầu bằng http.', 400)
  const { url } = parsed.data
  return move(act, 'confirm', {
    ...cleared,
    remoteId: url,
    remoteUrl: url,
    publishedAt: act.engine.now(),
    wakeAt: null,
  })
}

/** The platform first, then the row. */
async function withdraw(act: Act): Promise<Publication> {
  const { engine, publication } = act
  nextState(publication.state, 'withdraw')
  await takeDown(engine, publication)
  return move(act, 'withdraw', { withdrawnAt: engine.now(), wakeAt: null, ...withoutRecall })
}
