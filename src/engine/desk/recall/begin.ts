/** The item is taken back, and every publication of it bears the mark. May be broken off anywhere and done again. */
import { isRecalled, recall as recallApproval } from '@/approval'
import type { Kind } from '@/channels/contract'
import type { Engine } from '../..'
import type { Publication } from '../../rows'
import { recordDecision } from '../decide'
import { type DeskDocument, readContent } from '../read-content'
import { changeRecall, type Recall } from './row'

/** Afterwards only what came into being while the item was being taken back is marked: a later approval is another matter. */
export async function beginRecall(engine: Engine, recall: Recall): Promise<void> {
  const kind = recall.contentKind as Kind
  const document = await readContent(engine, kind, recall.contentId)
  if (!recall.begunAt) {
    if (!isRecalled(document.approval)) await retract(engine, recall, document)
    await markPublications(engine, recall)
    await changeRecall(engine, recall, { begunAt: engine.now() })
  } else if (isRecalled(document.approval)) await markPublications(engine, recall)
}

async function retract(engine: Engine, recall: Recall, document: DeskDocument): Promise<void> {
  const signer = { id: recall.by, name: recall.byName, roles: [] }
  const { approval, contentHash: version } = document
  const answer = recallApproval({ approval, signer, reason: recall.because, now: engine.now(), version })
  await recordDecision(engine, { kind: recall.contentKind as Kind, document, signer, answer })
}

/** Without an approved hash the guard lets nothing out, whoever brings it back to its hour. */
async function markPublications({ rows }: Engine, { contentKind, contentId, at }: Recall): Promise<void> {
  const where = { contentKind, contentId, recalledAt: null, state: { notIn: ['cancelled', 'withdrawn'] } }
  const unmarked = await rows.find<Publication>('publications', { where, select: ['state'] })
  const mark = { recalledAt: at, recallStage: 'waiting', recallMessage: null, recallTries: 0, recallWakeAt: null }
  for (const { id } of unmarked) {
    await rows.set('publications', { id, recalledAt: null }, mark)
    await rows.set('publications', { id, state: { not: 'published' } }, { approvedHash: null })
  }
}

export async function markedPublications({ rows }: Engine, { contentKind, contentId }: Recall): Promise<Publication[]> {
  const where = { contentKind, contentId, recalledAt: { above: new Date(0) } }
  return rows.find<Publication>('publications', { where, sort: 'dueAt' })
}
