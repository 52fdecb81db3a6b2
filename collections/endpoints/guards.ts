/** Whether this person may do this to that item or post. What is another organization's is not found rather than forbidden. */
import type { PayloadRequest } from 'payload'
import { type Duty, idOf, memberOf, type Person } from '@/access/roles'
import type { Signer } from '@/approval'
import type { Kind } from '@/channels/contract'
import { engineOf } from '@/engine'
import { type DeskDocument, readContent } from '@/engine/desk/read-content'
import { Refusal } from '@/platform/errors'
import { idIn, requireDuty, requirePerson, signerOf } from './answer'

export type Target = { kind: Kind; id: string; signer: Signer }

type Guarded = Target & { person: Person; document: DeskDocument }

/** Without a duty: everybody of its organization. @throws Refusal 401, 403, 404 */
export async function guardItem(request: PayloadRequest, kind: Kind, duty: Duty | null): Promise<Guarded> {
  const person = requirePerson(request)
  const id = idIn(request)
  const document = await readContent(engineOf(request.payload), kind, id)
  const organization = idOf(document.organization)
  if (!isTheirs(person, organization)) throw new Refusal('not_found', 'Không tìm thấy nội dung này.', 404)
  if (duty) requireDuty(person, duty, organization)
  return { kind, id, signer: signerOf(person, organization), person, document }
}

/** @throws Refusal 401, 403, 404 */
export async function guardPublication(request: PayloadRequest, duty: Duty): Promise<{ id: string; signer: Signer }> {
  const person = requirePerson(request)
  const id = idIn(request)
  const organization = await organizationOf(request, id)
  if (!organization || !isTheirs(person, organization))
    throw new Refusal('not_found', 'Không tìm thấy bài đăng này.', 404)
  requireDuty(person, duty, organization)
  return { id, signer: signerOf(person, organization) }
}

function isTheirs(person: Person, organization: string): boolean {
  return Boolean(person.systemAdmin) || memberOf(person).includes(organization)
}

/** Read through Payload, which takes an id that no row of this database could have for one that is not there. */
async function organizationOf({ payload }: PayloadRequest, id: string): Promise<string | null> {
  const publication = await payload.findByID({
    collection: 'publications',
    id,
    depth: 0,
    disableErrors: true,
    overrideAccess: true,
    select: { organization: true },
  })
  return publication ? idOf(publication.organization) : null
}
