import type { Endpoint, PayloadRequest } from 'payload'
import { type Duty, idOf, memberOf } from '@/access/roles'
import { engineOf } from '@/engine'
import { actorOf } from '@/engine/desk/actor'
import { actOnPublication, type PublicationVerb, publicationVerbs } from '@/engine/desk/publication/verbs'
import { Refusal } from '@/platform/errors'
import { bodyOf, idIn, post, requireDuty, requirePerson, signerOf } from './answer'

export const publicationEndpoints: Endpoint[] = publicationVerbs.map((verb) =>
  post(`/:id/${verb}`, (request) => act(request, verb)),
)

async function act(request: PayloadRequest, verb: PublicationVerb): Promise<Record<string, unknown>> {
  const person = requirePerson(request)
  const engine = engineOf(request.payload)
  const id = idIn(request)
  const organization = await organizationOf(request, id)
  const isTheirs = organization && (person.systemAdmin || memberOf(person).includes(organization))
  if (!organization || !isTheirs) throw new Refusal('not_found', 'Không tìm thấy bài đăng này.', 404)
  const duty: Duty = verb === 'withdraw' ? 'withdraw' : 'schedule'
  requireDuty(person, duty, organization)
  const moved = await actOnPublication(engine, {
    id,
    verb,
    actor: actorOf(signerOf(person, organization)),
    body: await bodyOf(request),
  })
  return { id: moved.id, state: moved.state, dueAt: moved.dueAt, url: moved.remoteUrl }
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
