import type { Json } from '@/channels/contract'
import { canonical } from '@/publishing/snapshot'
import { sha256 } from '@/platform/crypto'
import type { Engine } from '.'

export type Actor = { id: string; name: string }

export const theSystem: Actor = { id: 'system', name: 'Hệ thống' }

export type Entry = {
  action: string
  subject: string
  organization: string | null
  actor: Actor
  detail: Json
  at: Date
  previousHash: string | null
}

/** The hash that chains an entry to the one before it on the same subject. */
export function hashEntry(entry: Entry): string {
  return sha256(canonical({ ...entry, at: entry.at.toISOString() }))
}

/** As it is stored. */
export function rowOf({ actor, ...entry }: Entry, hash = hashEntry({ actor, ...entry })) {
  return { ...entry, actor: actor.id, actorName: actor.name, hash }
}

export async function writeAudit({ rows }: Engine, entry: Entry): Promise<void> {
  await rows.insert('audit', rowOf(entry))
}

/** Chains to the subject's latest entry; for subjects that no hot path writes. */
export async function appendAudit(engine: Engine, entry: Omit<Entry, 'at' | 'previousHash'>): Promise<void> {
  const [latest] = await engine.rows.find<{ id: string; hash: string }>('audit', {
    where: { subject: entry.subject },
    sort: '-at',
    limit: 1,
  })
  await writeAudit(engine, { ...entry, at: engine.now(), previousHash: latest?.hash ?? null })
}
