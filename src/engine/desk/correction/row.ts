/** The row that says that a correction is owed. */
import { addSeconds } from '@/platform/clock'
import type { Where } from '@/platform/database'
import type { Engine } from '../..'

export type CorrectionRow = {
  id: string
  key: string
  wrongKind: string
  wrongId: string
  wrongTitle: string
  organization: string
  number: number
  correctionId: string | null
  since: Date
  dueAt: Date
  closedAt: Date | null
  [field: string]: unknown
}

type Wrong = { kind: string; id: string; title: string; organization: string }

/** For daily and electronic press; the desk may name another hour. */
const DUE_SECONDS = 24 * 3600

/** The open one, otherwise a new one. Whoever asks at the same moment gets the same: the unique key lets one row be made. */
export async function openCorrection(engine: Engine, wrong: Wrong, dueAt: Date | null): Promise<CorrectionRow> {
  const latest = await latestCorrection(engine, wrong.id)
  if (latest && !latest.closedAt) return latest
  const { rows, now } = engine
  const number = (latest?.number ?? 0) + 1
  const key = `${wrong.kind}:${wrong.id}:${number}`
  const about = { wrongKind: wrong.kind, wrongId: wrong.id, wrongTitle: wrong.title, organization: wrong.organization }
  const row = { key, number, ...about, since: now(), dueAt: dueAt ?? addSeconds(now(), DUE_SECONDS) }
  await rows.insert('corrections', row).catch(async (cause: unknown) => {
    if ((await rows.count('corrections', { key })) === 0) throw cause
  })
  const [made] = await rows.find<CorrectionRow>('corrections', { where: { key }, limit: 1 })
  if (!made) throw new Error(`no correction ${key}`)
  return made
}

export async function latestCorrection({ rows }: Engine, wrongId: string): Promise<CorrectionRow | null> {
  const [latest] = await rows.find<CorrectionRow>('corrections', { where: { wrongId }, sort: '-number', limit: 1 })
  return latest ?? null
}

/** Of a wrong item the latest, of a correction its own. */
export async function correctionConcerning(engine: Engine, contentId: string): Promise<CorrectionRow | null> {
  const where = { correctionId: contentId }
  const [own] = await engine.rows.find<CorrectionRow>('corrections', { where, limit: 1 })
  return own ?? latestCorrection(engine, contentId)
}

/** What is due first comes first. */
export async function openCorrections({ rows }: Engine, where: Where = {}): Promise<CorrectionRow[]> {
  return rows.find<CorrectionRow>('corrections', { where: { ...where, closedAt: null }, sort: 'dueAt' })
}
