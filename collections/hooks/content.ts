import type {
  CollectionAfterChangeHook,
  CollectionAfterReadHook,
  CollectionBeforeChangeHook,
  PayloadRequest,
  RequestContext,
} from 'payload'
import { personOf } from '@/access'
import { idOf } from '@/access/roles'
import { type Approval, type Signer, untouched, voidByEdit } from '@/approval'
import { meaningOf } from '@/approval/meaning'
import { readLivePlaces } from '@/engine/desk/live'
import { voidPublications } from '@/engine/desk/publication/void'
import { engineOf } from '@/engine'
import { hashSnapshot } from '@/publishing/snapshot'
import { Refusal } from '@/platform/errors'
import { foldText, slugify, sortKey } from '@/platform/text'
import { now } from '@/platform/clock'

/** Keeps hash, writers, search text and slug true, and voids an approval that the edit has overtaken. */
export const computeContent: CollectionBeforeChangeHook = ({ data, originalDoc = {}, req, context }) => {
  const [title, lead] = [wordsOf(data.title), wordsOf(data.lead)]
  const slug = data.slug || slugify(title)
  const contentHash = hashSnapshot(meaningOf({ ...data, slug }))
  const isEdit = contentHash !== originalDoc.contentHash
  const approval: Approval = { ...untouched, ...originalDoc.approval }
  const edited = isEdit ? voided(approval, contentHash, req) : approval
  if (edited !== approval) voidedIn(context).add(String(originalDoc.id))
  refuseOvertaken(context, contentHash, approval)
  return {
    ...data,
    slug,
    contentHash,
    createdBy: originalDoc.createdBy ?? creator(data.createdBy, req),
    writers: isEdit ? withWriter(originalDoc.writers, req) : originalDoc.writers,
    approval: context.decidedUpon ? data.approval : edited,
    searchText: foldText([title, lead].join(' ')),
    sortKey: sortKey(title),
  }
}

/** This hook runs before the fields are looked at; what is missing or no text is told there, as `title_invalid`. */
function wordsOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

/** A decision is about the words that were read: an edit in between has the last word, and so has another decision. */
function refuseOvertaken(
  { decidedUpon, decidedAfter }: RequestContext,
  contentHash: string,
  { decisions }: Approval,
): void {
  if (!decidedUpon) return
  if (decidedUpon !== contentHash)
    throw new Refusal('wrong_state', 'Nội dung vừa được sửa; hãy tải lại trang và đọc lại trước khi quyết định.', 409)
  if (decidedAfter !== decisions.length)
    throw new Refusal('wrong_state', 'Vừa có người khác quyết định về nội dung này; hãy tải lại trang.', 409)
}

/** By id, because one request may change many items at once. */
function voidedIn(context: RequestContext): Set<string> {
  const voided = (context.voided ?? new Set()) as Set<string>
  context.voided = voided
  return voided
}

/** The person who is signed in; the seed, which is nobody, names one. */
function creator(named: string | undefined, request: PayloadRequest): string | undefined {
  return personOf(request)?.id ?? named
}

function voided(approval: Approval, version: string, request: PayloadRequest): Approval {
  return voidByEdit({ approval, signer: signerOf(request), now: now(), version })
}

function signerOf(request: PayloadRequest): Signer {
  const name = (request.user as { name?: string } | null)?.name ?? ''
  return { id: personOf(request)?.id ?? '', name, roles: [] }
}

/** Everybody who changed the content; nobody of them may approve it. */
function withWriter(writers: (string | { id: string })[] | null | undefined, request: PayloadRequest): string[] {
  const known = (writers ?? []).map(idOf)
  const person = personOf(request)
  return person && !known.includes(person.id) ? [...known, person.id] : known
}

/** A voided approval takes back every publication that waits on it. */
export const afterContentChange: CollectionAfterChangeHook = async ({ doc, collection, context, req }) => {
  if (voidedIn(context).delete(String(doc.id)))
    await voidPublications(engineOf(req.payload), {
      kind: collection.slug,
      id: String(doc.id),
      by: personOf(req)?.id ?? null,
    })
  return doc
}

export const readLive: CollectionAfterReadHook = async ({ doc, req, context }) => {
  if (context.withoutLive || !req.user) return doc
  return { ...doc, live: await readLivePlaces(engineOf(req.payload), String(doc.id)) }
}
