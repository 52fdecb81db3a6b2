/** How far it has come with a post that is still up, written where the desk sees it. */
import { addSeconds } from '@/platform/clock'
import type { Engine } from '../..'
import { appendAudit, theSystem } from '../../audit'
import type { Publication, RecallStage } from '../../rows'

type Stand = { stage: RecallStage; message: string; code?: string; tries?: number; inSeconds?: number }

/** No further look by itself. */
export async function needPerson(engine: Engine, publication: Publication, stand: Stand): Promise<null> {
  await write(engine, publication, { stand, wakeAt: null })
  return null
}

export async function tryLater(engine: Engine, publication: Publication, stand: Stand): Promise<Date> {
  const wakeAt = addSeconds(engine.now(), stand.inSeconds ?? 60)
  await write(engine, publication, { stand, wakeAt })
  return wakeAt
}

type Written = { stand: Stand; wakeAt: Date | null }

/** The same word twice is one entry. */
async function write(engine: Engine, publication: Publication, { stand, wakeAt }: Written): Promise<void> {
  const { id, organization, recallStage, recallMessage } = publication
  const { stage, message, code = stage, tries = 0 } = stand
  const set = { recallStage: stage, recallMessage: message, recallTries: tries, recallWakeAt: wakeAt }
  await engine.rows.set('publications', { id, state: publication.state }, set)
  if (recallStage === stage && recallMessage === message) return
  await appendAudit(engine, {
    action: `recall-${stage}`,
    subject: `publications:${id}`,
    organization,
    actor: theSystem,
    detail: { code, message, tries },
  })
}
