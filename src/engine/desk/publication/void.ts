import { canTake } from '@/publishing/states'
import type { Engine } from '../..'
import type { Publication } from '../../rows'
import { tryTransition } from '../../transition'

const unapproved = { snapshot: null, approvedHash: null, contentVersion: null, wakeAt: null }
const withoutReason = {
  heldBecause: null,
  heldMessage: null,
  failureKind: null,
  failureCode: null,
  failureMessage: null,
}

/**
 * Takes back what was approved and has not gone out: scheduled, held and failed publications become drafts. One that is on
 * its way loses its approved hash, so that it may land but is never sent a second time as it was.
 */
export async function voidPublications(
  engine: Engine,
  content: { kind: string; id: string; by: string | null },
): Promise<void> {
  const actor = { id: content.by ?? 'system', name: '' }
  const where = { contentKind: content.kind, contentId: content.id }
  const found = await engine.rows.find<Publication>('publications', { where })
  // What is being taken back must not look like a draft: it may be up.
  for (const publication of found.filter(({ recalledAt }) => !recalledAt)) {
    const change = { set: { ...unapproved, ...withoutReason }, actor, detail: { because: 'content edited' } }
    const moved =
      canTake(publication.state, 'void') && (await tryTransition(engine, publication, { event: 'void', ...change }))
    if (!moved) await forbidResend(engine, publication.id)
  }
}

async function forbidResend({ rows }: Engine, id: string): Promise<void> {
  await rows.update(
    'publications',
    { id, state: { in: ['scheduled', 'sending', 'processing', 'unknown'] } },
    { approvedHash: null },
  )
}
