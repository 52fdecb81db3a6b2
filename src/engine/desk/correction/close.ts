/** A correction is owed no more once it stands wherever the wrong item stood. */
import type { Engine } from '../..'
import { appendAudit, theSystem } from '../../audit'
import { isPutRight, placesOf } from './places'
import { type CorrectionRow, openCorrections } from './row'

export async function closeCorrections(engine: Engine): Promise<number> {
  let closed = 0
  for (const row of await openCorrections(engine)) if (await closeIfDone(engine, row)) closed += 1
  return closed
}

export async function closeIfDone(engine: Engine, row: CorrectionRow): Promise<boolean> {
  const places = await placesOf(engine, row)
  if (places.length === 0 || !places.every((place) => isPutRight(row, place))) return false
  const closed = await engine.rows.update('corrections', { id: row.id, closedAt: null }, { closedAt: engine.now() })
  if (!closed) return false
  await appendAudit(engine, {
    action: 'corrected',
    subject: `${row.wrongKind}:${row.wrongId}`,
    organization: row.organization,
    actor: theSystem,
    detail: { correction: row.correctionId, channels: places.length },
  })
  return true
}
