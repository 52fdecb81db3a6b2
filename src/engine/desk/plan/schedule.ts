import { addSeconds } from '@/platform/clock'
import type { Engine } from '../..'
import type { Actor } from '../../audit'
import type { Publication } from '../../rows'
import { readPublication, tryTransition } from '../../transition'
import type { DeskDocument } from '../read-content'
import { foreseenAt } from '../../send/inspect'
import { freeze, type Frozen } from './freeze'
import { readChannel } from '../read-content'
import { refuseWith } from '../refusals'

/** Snapshots of every given draft publication; nothing is written. @throws Refusal 422 that names every problem. */
export async function freezeAll(
  engine: Engine,
  document: DeskDocument,
  publications: Publication[],
): Promise<Map<string, Frozen>> {
  const frozen = new Map<string, Frozen>()
  const problems: { code: string; message: string }[] = []
  for (const publication of publications) {
    const channel = await readChannel(engine, publication.channel)
    const result = freeze(engine, publication, { document, channel, version: document.contentHash })
    if ('problems' in result)
      problems.push(...result.problems.map(({ code, message }) => ({ code, message: `${channel.name}: ${message}` })))
    else frozen.set(publication.id, result)
  }
  if (problems.length > 0) throw refuseWith(problems)
  return frozen
}

/** Draft → scheduled with its frozen snapshot; as it is now when somebody else moved it at the same moment. */
export async function schedule(
  engine: Engine,
  publication: Publication,
  { frozen, document, actor }: { frozen: Frozen; document: DeskDocument; actor: Actor },
): Promise<Publication> {
  const approved = { ...publication, snapshot: frozen.snapshot }
  const moved = await tryTransition(engine, publication, {
    event: 'approve',
    set: {
      snapshot: frozen.snapshot as never,
      approvedHash: frozen.hash,
      preflightProblems: foreseenAt(approved, publication.dueAt),
      contentVersion: document.contentHash,
      approvals: document.approval.decisions.filter(({ action }) => action === 'approved') as never,
      wakeAt: publication.dueAt < engine.now() ? addSeconds(engine.now(), 0) : publication.dueAt,
    },
    actor,
    detail: { hash: frozen.hash },
  })
  return moved ?? (await readPublication(engine, publication.id)) ?? publication
}
