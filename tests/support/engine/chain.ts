/** Reads the audit of a publication the way an auditor would: entry by entry, from what is stored. */
import type { Json } from '@/channels/contract'
import type { Engine } from '@/engine'
import type { Publication } from '@/engine/rows'

type Stored = {
  id: string
  action: string
  subject: string
  organization: string | null
  actor: string
  actorName: string
  detail: Json
  at: Date
  previousHash: string | null
  hash: string
}

/** The actions in the order of the chain, and those whose entry does not fit: changed, or the one before is missing. */
export async function findBrokenLinks(
  { rows }: Engine,
  { id, auditHash }: Publication,
): Promise<{ entries: string[]; broken: string[] }> {
  const { hashEntry } = await import('@/engine/audit')
  const subject = `publications:${id}`
  const stored = await rows.find<Stored & Record<string, unknown>>('audit', { where: { subject }, sort: 'at' })
  const isIntact = ({ actor, actorName, action, organization, detail, at, previousHash, hash }: Stored) =>
    hashEntry({ action, subject, organization, actor: { id: actor, name: actorName }, detail, at, previousHash }) ===
      hash &&
    (previousHash === null || stored.some((earlier) => earlier.hash === previousHash))
  const broken = stored.filter((entry) => !isIntact(entry)).map(({ action }) => action)
  const hasEnd = stored.some(({ hash }) => hash === auditHash)
  return { entries: stored.map(({ action }) => action), broken: hasEnd ? broken : [...broken, 'end'] }
}
