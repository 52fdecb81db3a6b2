/** The frozen payload of a publication and its hash: what was approved is what goes out. */
import { createHash } from 'node:crypto'

export type Plain = null | boolean | number | string | Plain[] | { [key: string]: Plain }

/** JSON with sorted keys: databases reorder them, and the hash must not care. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => (isPlainObject(inner) ? sortKeys(inner) : inner))
}

export function hashSnapshot(snapshot: unknown): string {
  return createHash('sha256').update(canonical(snapshot)).digest('hex')
}

/** What identifies a post's text on a platform that reflows it: letters and digits only, folded. */
export function fingerprint(text: string): string {
  const folded = text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  return createHash('sha256').update(folded).digest('hex').slice(0, 32)
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function sortKeys(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).toSorted(([left], [right]) => (left < right ? -1 : 1)))
}
