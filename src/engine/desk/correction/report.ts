/** How a correction stands: what it is about, by when, and channel by channel. */
import type { ApprovalState } from '@/approval'
import type { Engine } from '../..'
import { readContent } from '../read-content'
import { type CorrectionPlace, readCorrectionPlaces } from './places'
import { correctionConcerning, type CorrectionRow } from './row'

export type CorrectionReport = {
  correction: { kind: 'articles'; id: string; title: string; state: ApprovalState }
  of: { kind: string; id: string; title: string }
  since: Date
  dueAt: Date
  closedAt: Date | null
  isLate: boolean
  places: CorrectionPlace[]
}

export async function reportOn(engine: Engine, row: CorrectionRow): Promise<CorrectionReport> {
  const { correctionId, wrongKind, wrongId, wrongTitle, since, dueAt, closedAt } = row
  const { id, title, approval } = await readContent(engine, 'articles', correctionId ?? '')
  return {
    correction: { kind: 'articles', id, title, state: approval.state },
    of: { kind: wrongKind, id: wrongId, title: wrongTitle },
    since,
    dueAt,
    closedAt,
    isLate: (closedAt ?? engine.now()) > dueAt,
    places: await readCorrectionPlaces(engine, row),
  }
}

/** Of the wrong item, or of the correction itself; null where neither is known. */
export async function readCorrection(engine: Engine, contentId: string): Promise<CorrectionReport | null> {
  const row = await correctionConcerning(engine, contentId)
  return row?.correctionId ? reportOn(engine, row) : null
}
