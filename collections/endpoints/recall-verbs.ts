/** Taking an item back from everywhere, and putting a wrong one right. */
import type { Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'
import { type Duty, idOf, memberOf } from '@/access/roles'
import type { Signer } from '@/approval'
import type { Kind } from '@/channels/contract'
import { engineOf } from '@/engine'
import { actorOf } from '@/engine/desk/actor'
import { draftCorrection } from '@/engine/desk/correction'
import { tickCorrected } from '@/engine/desk/correction/by-hand'
import { readCorrection } from '@/engine/desk/correction/report'
import { readContent } from '@/engine/desk/read-content'
import { readRecallReport, recallContent } from '@/engine/desk/recall'
import { tickOff } from '@/engine/desk/recall/by-hand'
import { Refusal } from '@/platform/errors'
import { bodyOf, get, idIn, parsedBody, post, requireDuty, requirePerson, signerOf, textIn } from './answer'

/** Under each kind of content. */
export function recallEndpoints(kind: Kind): Endpoint[] {
  return [
    post('/:id/recall', async (request) => {
      const target = await guardItem(request, kind, 'recall')
      const reason = textIn(await bodyOf(request), 'reason')
      const { document, ...report } = await recallContent(engineOf(request.payload), { ...target, reason })
      return { id: target.id, approval: document.approval, ...report }
    }),
    get('/:id/recall', async (request) => {
      const { id } = await guardItem(request, kind, null)
      return { id, ...(await readRecallReport(engineOf(request.payload), { kind, id })) }
    }),
    post('/:id/correction', async (request) => {
      const target = await guardItem(request, kind, 'withdraw')
      return draftCorrection(engineOf(request.payload), { ...target, request, body: await bodyOf(request) })
    }),
    get('/:id/correction', async (request) => {
      const { id } = await guardItem(request, kind, null)
      return { id, report: await readCorrection(engineOf(request.payload), id) }
    }),
  ]
}

const proof = z.strictObject({ url: z.url({ protocol: /^https?$/ }) })

/** Under `/api/publications`: what a person did where the system cannot. */
export const byHandEndpoints: Endpoint[] = [
  post('/:id/withdrawn-by-hand', async (request) => {
    const { id, signer } = await guardPublication(request)
    const { state } = await tickOff(engineOf(request.payload), id, actorOf(signer))
    return { id, state }
  }),
  post('/:id/corrected-by-hand', async (request) => {
    const { id, signer } = await guardPublication(request)
    const { url } = await parsedBody(request, proof)
    await tickCorrected(engineOf(request.payload), id, { url, actor: actorOf(signer) })
    return { id, url }
  }),
]

/** Without a duty: everybody of the organization. @throws Refusal 401, 403, 404 */
async function guardItem(
  request: PayloadRequest,
  kind: Kind,
  duty: Duty | null,
): Promise<{ kind: Kind; id: string; signer: Signer }> {
  const person = requirePerson(request)
  const id = idIn(request)
  const { organization } = await readContent(engineOf(request.payload), kind, id)
  const owner = idOf(organization)
  if (!person.systemAdmin && !memberOf(person).includes(owner))
    throw new Refusal('not_found', 'Không tìm thấy nội dung này.', 404)
  if (duty) requireDuty(person, duty, owner)
  return { kind, id, signer: signerOf(person, owner) }
}

async function guardPublication(request: PayloadRequest): Promise<{ id: string; signer: Signer }> {
  const person = requirePerson(request)
  const id = idIn(request)
  const known = await request.payload.findByID({
    collection: 'publications',
    id,
    depth: 0,
    disableErrors: true,
    overrideAccess: true,
    select: { organization: true },
  })
  const owner = known ? idOf(known.organization) : ''
  if (!known || (!person.systemAdmin && !memberOf(person).includes(owner)))
    throw new Refusal('not_found', 'Không tìm thấy bài đăng này.', 404)
  requireDuty(person, 'withdraw', owner)
  return { id, signer: signerOf(person, owner) }
}
