import { canTake } from '@/publishing/states'
import type { Engine } from '.'
import type { Publication } from './rows'
import { tryTransition } from './transition'

/** Takes back what was approved and has not gone out: scheduled, held and failed publications become drafts. */
export async function voidPublications(
  engine: Engine,
  content: { kind: string; id: string; by: string | null },
): Promise<void> {
  const found = await engine.rows.find<Publication>('publications', {
    where: { contentKind: content.kind, contentId: content.id },
  })
  for (const publication of found.filter(({ state }) => canTake(state, 'void'))) {
    await tryTransition(engine, publication, {
      event: 'void',
      set: {
        snapshot: null,
        approvedHash: null,
        contentVersion: null,
        wakeAt: null,
        heldBecause: null,
        heldMessage: null,
        failureKind: null,
        failureCode: null,
        failureMessage: null,
      },
      actor: { id: content.by ?? 'system', name: '' },
      detail: { because: 'content edited' },
    })
  }
}
