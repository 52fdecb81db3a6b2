/** Thu hồi: an item is taken back from everywhere at once. The request makes it durable; the job does the work. */
import { isRecalled, type Signer } from '@/approval'
import type { Kind } from '@/channels/contract'
import { Refusal } from '@/platform/errors'
import { isOver } from '@/publishing/states'
import type { Engine } from '../..'
import { appendAudit } from '../../audit'
import { actorOf } from '../actor'
import { type DeskDocument, publicationsOf, readContent } from '../read-content'
import { beginRecall } from './begin'
import { readPlaces, type RecallPlace } from './places'
import { changeRecall, openRecall, readRecall, type Recall } from './row'

export type RecallReport = {
  recall: { because: string; by: string; at: Date } | null
  places: RecallPlace[]
}

type Asked = { kind: Kind; id: string; signer: Signer; reason: string }

/**
 * Answers at once with every channel as it stands. Asked again, it goes on with what failed; what is down stays down.
 * @throws Refusal 404, 409 when there is nothing to take back, 422 without a reason
 */
export async function recallContent(engine: Engine, asked: Asked): Promise<RecallReport & { document: DeskDocument }> {
  const { kind, id, signer } = asked
  const reason = asked.reason.trim()
  if (reason.length < 5) throw new Refusal('reason_required', 'Hãy viết lý do thu hồi (ít nhất 5 ký tự).')
  const document = await readContent(engine, kind, id)
  const known = isRecalled(document.approval) ? await readRecall(engine, { kind, id }) : null
  if (known) await goOn(engine, known)
  else await refuseNothing(engine, kind, document)
  const { id: organization } = document.organization
  const recall = known ?? (await openRecall(engine, { kind, id, organization, signer, because: reason }))
  await appendAudit(engine, {
    action: known ? 'recall-again' : 'recall',
    subject: `${kind}:${id}`,
    organization,
    actor: actorOf(signer),
    detail: { reason },
  })
  await beginRecall(engine, recall)
  return { document: await readContent(engine, kind, id), ...(await report(engine, recall)) }
}

export async function readRecallReport(engine: Engine, item: { kind: Kind; id: string }): Promise<RecallReport> {
  const recall = await readRecall(engine, item)
  return recall ? report(engine, recall) : { recall: null, places: [] }
}

async function report(engine: Engine, recall: Recall): Promise<RecallReport> {
  const { because, byName: by, at } = recall
  return { recall: { because, by, at }, places: await readPlaces(engine, recall) }
}

/** What only a person can do stays with the person; everything else is tried again now. */
async function goOn(engine: Engine, recall: Recall): Promise<void> {
  const { contentKind, contentId } = recall
  const where = { contentKind, contentId, recallStage: { in: ['waiting', 'failed'] } }
  const fresh = { recallStage: 'waiting', recallMessage: null, recallTries: 0, recallWakeAt: null }
  for (const { id } of await engine.rows.find('publications', { where, select: ['state'] }))
    await engine.rows.set('publications', { id, recallStage: { in: ['waiting', 'failed'] } }, fresh)
  await changeRecall(engine, recall, { wakeAt: engine.now() })
}

/** A draft that nobody has planned or signed has gone nowhere. */
async function refuseNothing(engine: Engine, kind: Kind, { id, approval }: DeskDocument): Promise<void> {
  if (approval.state === 'approved') return
  const isAnywhere = (await publicationsOf(engine, kind, id)).some(({ state }) => !isOver(state))
  if (isAnywhere) return
  const message = 'Nội dung này chưa được duyệt và không có bài đăng nào nên không có gì để thu hồi.'
  throw new Refusal('nothing_to_recall', message, 409)
}
