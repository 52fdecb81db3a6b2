/** A person has done what the system could not: the post is down, or was never up. */
import { Refusal } from '@/platform/errors'
import type { Engine } from '../..'
import type { Actor } from '../../audit'
import type { Publication } from '../../rows'
import { readPublication, tryTransition } from '../../transition'
import { withoutRecall } from '../publication/verbs'
import { refuseTransition } from '../refusals'

/** @throws Refusal 404, 409 for a post that nobody has to take down by hand */
export async function tickOff(engine: Engine, id: string, actor: Actor): Promise<Publication> {
  const publication = await readPublication(engine, id)
  if (!publication) throw new Refusal('not_found', 'Không tìm thấy bài đăng này.', 404)
  if (!isForPerson(publication))
    throw new Refusal('not_by_hand', 'Bài này không chờ gỡ bằng tay; hãy tải lại trang để xem tình trạng mới.', 409)
  const isUp = publication.state === 'published'
  const done = await tryTransition(engine, publication, {
    event: isUp ? 'withdraw' : 'cancel',
    set: {
      ...(isUp ? { withdrawnAt: engine.now() } : {}),
      wakeAt: null,
      ...withoutRecall,
      recallMessage: `${actor.name} đã gỡ bằng tay.`,
    },
    actor,
    detail: { because: 'recall', byHand: true },
  })
  if (!done) throw refuseTransition(publication.state)
  return done
}

function isForPerson({ state, recalledAt, recallStage }: Publication): boolean {
  const isThere = state === 'published' || state === 'held'
  return isThere && recalledAt !== null && (recallStage === 'by-hand' || recallStage === 'failed')
}
