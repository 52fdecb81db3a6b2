import type { CollectionAfterChangeHook, CollectionAfterReadHook, CollectionBeforeChangeHook } from 'payload'
import { personOf } from '@/access'
import { type Approval, untouched, voidByEdit } from '@/approval'
import { meaningOf } from '@/approval/meaning'
import { readLivePlaces } from '@/engine/live'
import { voidPublications } from '@/engine/void-publications'
import { engineOf } from '@/engine'
import { hashSnapshot } from '@/publishing/snapshot'
import { foldText, slugify, sortKey } from '@/platform/text'
import { now } from '@/platform/clock'

/** Keeps hash, writers, search text and slug true, and voids an approval that the edit has overtaken. */
export const computeContent: CollectionBeforeChangeHook = ({ data, originalDoc, req, context }) => {
  const contentHash = hashSnapshot(meaningOf({ ...data, slug: data.slug || slugify(data.title ?? '') }))
  const person = personOf(req)
  const isEdit = contentHash !== originalDoc?.contentHash
  const known: string[] = originalDoc?.writers ?? []
  const writers = isEdit && person && !known.includes(person.id) ? [...known, person.id] : known
  const before: Approval = { ...untouched, ...(originalDoc?.approval ?? {}) }
  const signer = { id: person?.id ?? '', name: (req.user as { name?: string } | null)?.name ?? '', roles: [] }
  const edited = isEdit ? voidByEdit({ approval: before, signer, now: now(), version: contentHash }) : before
  context.approvalVoided = edited !== before
  return {
    ...data,
    contentHash,
    writers,
    slug: data.slug || slugify(data.title ?? ''),
    createdBy: originalDoc?.createdBy ?? person?.id,
    approval: context.decided ? data.approval : edited,
    searchText: foldText([data.title, data.lead].filter(Boolean).join(' ')),
    sortKey: sortKey(data.title ?? ''),
  }
}

/** A voided approval takes back every publication that waits on it. */
export const afterContentChange: CollectionAfterChangeHook = async ({ doc, collection, context, req }) => {
  if (context.approvalVoided) await voidPublications(engineOf(req.payload), { kind: collection.slug, id: String(doc.id), by: personOf(req)?.id ?? null })
  return doc
}

export const readLive: CollectionAfterReadHook = async ({ doc, req, context }) => {
  if (context.withoutLive || !req.user) return doc
  return { ...doc, live: await readLivePlaces(engineOf(req.payload), String(doc.id)) }
}
