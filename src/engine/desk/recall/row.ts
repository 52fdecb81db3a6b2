/** The row of a recall: one for each item, the latest one. What was recalled earlier stands in the item's decisions and in the audit. */
import type { Signer } from '@/approval'
import { addSeconds } from '@/platform/clock'
import type { Value } from '@/platform/database'
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

/** Whoever asks at the same moment asks for the same: the unique key lets one row be made. */
export async function openRecall({ rows, now }: Engine, asked: Asked): Promise<Recall> {
  const { kind, id, organization, signer, because } = asked
  const key = keyOf(asked)
  const set = { because, by: signer.id, byName: signer.name, at: now(), begunAt: null, wakeAt: now() }
  const row = { key, contentKind: kind, contentId: id, organization, ...set }
  const known = await rows.update<Recall>('recalls', { key }, set)
  if (known) return known
  await rows.insert('recalls', row).catch(async (cause: unknown) => {
    if (!(await rows.update('recalls', { key }, set))) throw cause
  })
  return needRecall({ rows }, asked)
}

export async function readRecall({ rows }: Pick<Engine, 'rows'>, item: Item): Promise<Recall | null> {
  const [recall] = await rows.find<Recall>('recalls', { where: { key: keyOf(item) }, limit: 1 })
  return recall ?? null
}

async function needRecall(engine: Pick<Engine, 'rows'>, item: Item): Promise<Recall> {
  const recall = await readRecall(engine, item)
  if (!recall) throw new Error(`no recall of ${keyOf(item)}`)
  return recall
}

/** A look that is broken off is taken up again after this. */
const LOOK_SECONDS = 30

/** This worker looks; null when another one does, or nothing is to be done. */
export async function claimRecall({ rows, now }: Engine, id: string): Promise<Recall | null> {
  return rows.update<Recall>('recalls', { id, wakeAt: { atMost: now() } }, { wakeAt: addSeconds(now(), LOOK_SECONDS) })
}

/** Unless somebody has asked for another look meanwhile. */
export async function lookAgainAt({ rows }: Engine, { id, wakeAt: known }: Recall, wakeAt: Date | null): Promise<void> {
  await rows.update('recalls', { id, wakeAt: known }, { wakeAt })
}

export async function changeRecall({ rows }: Engine, { id }: Recall, set: Record<string, Value>): Promise<void> {
  await rows.update('recalls', { id }, set)
}

function keyOf({ kind, id }: Item): string {
  return `${kind}:${id}`
}
