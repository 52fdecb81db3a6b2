import type { Json } from '@/channels/contract'
import { canonical } from '@/publishing/snapshot'
import { sha256 } from '@/platform/crypto'
import type { Also } from '@/platform/database'
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

type NewEntry = Omit<Entry, 'at' | 'previousHash'>

/** Chains to the subject's latest entry; for subjects that no hot path writes. */
export async function appendAudit(engine: Engine, entry: NewEntry): Promise<void> {
  await writeAudit(engine, await chained(engine, entry))
}

/** The same, to be written in one transaction with the change that it tells of. */
export async function auditWith(engine: Engine, entry: NewEntry): Promise<Also> {
  return { slug: 'audit', row: rowOf(await chained(engine, entry)) }
}

async function chained({ rows, now }: Engine, entry: NewEntry): Promise<Entry> {
  const [latest] = await rows.find<{ id: string; hash: string }>('audit', {
    where: { subject: entry.subject },
    sort: '-at',
    limit: 1,
  })
  return { ...entry, at: now(), previousHash: latest?.hash ?? null }
}
