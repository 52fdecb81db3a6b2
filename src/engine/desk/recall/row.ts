/** The row of a recall: one for each item, the latest one. What was recalled earlier stands in the item's decisions and in the audit. */
import type { Signer } from '@/approval'
import { addSeconds } from '@/platform/clock'
import type { Value } from '@/platform/database'
import { putRow } from '@/platform/database/rows/put'
import type { Engine } from '../..'

export type Recall = {
  id: string
  contentKind: string
  contentId: string
  organization: string
  because: string
  by: string
  byName: string
  at: Date
  /** The item says so, and every publication there was bears the mark. */
  begunAt: Date | null
  /** When there is something to do; null when there is nothing, or a person's turn. */
  wakeAt: Date | null
  [field: string]: unknown
}

type Item = { kind: string; id: string }

type Asked = Item & { organization: string; signer: Signer; because: string }

/** Whoever asks at the same moment asks for the same. */
export async function openRecall({ rows, now }: Engine, asked: Asked): Promise<Recall> {
  const { kind, id, organization, signer, because } = asked
  const set = { because, by: signer.id, byName: signer.name, at: now(), begunAt: null, wakeAt: now() }
  const fresh = { contentKind: kind, contentId: id, organization }
  await putRow(rows, 'recalls', { key: { key: keyOf(asked) }, fresh, set })
  const recall = await readRecall({ rows }, asked)
  if (!recall) throw new Error(`no recall of ${keyOf(asked)}`)
  return recall
}

export async function readRecall({ rows }: Pick<Engine, 'rows'>, item: Item): Promise<Recall | null> {
  const [recall] = await rows.find<Recall>('recalls', { where: { key: keyOf(item) }, limit: 1 })
  return recall ?? null
}

/** A look that is broken off is taken up again after this. */
const LOOK_SECONDS = 30

/** This worker looks; null when another one does, or nothing is to be done. */
export async function claimRecall({ rows, now }: Engine, id: string): Promise<Recall | null> {
  return rows.update<Recall>('recalls', { id, wakeAt: { atMost: now() } }, { wakeAt: addSeconds(now(), LOOK_SECONDS) })
}

/** Unless somebody has asked for another look meanwhile. */
export async function lookAgainAt({ rows }: Engine, { id, wakeAt: known }: Recall, wakeAt: Date | null): Promise<void> {
  await rows.set('recalls', { id, wakeAt: known }, { wakeAt })
}

export async function changeRecall({ rows }: Engine, { id }: Recall, set: Record<string, Value>): Promise<void> {
  await rows.set('recalls', { id }, set)
}

function keyOf({ kind, id }: Item): string {
  return `${kind}:${id}`
}
