import type { Endpoint, PayloadRequest } from 'payload'
import type { Duty } from '@/access/roles'
import { memberOf } from '@/access/roles'
import { engineOf } from '@/engine'
import { actOnPublication, type PublicationVerb, publicationVerbs } from '@/engine/desk/publication-verbs'
import { readPublication } from '@/engine/transition'
import { Refusal } from '@/platform/errors'
import { bodyOf, idIn, post, requireDuty, requirePerson, signerOf } from './answer'

export const publicationEndpoints: Endpoint[] = publicationVerbs.map((verb) =>
  post(`/:id/${verb}`, (request) => act(request, verb)),
)

async function act(request: PayloadRequest, verb: PublicationVerb): Promise<Record<string, unknown>> {
  const person = requirePerson(request)
  const engine = engineOf(request.payload)
  const id = idIn(request)
  const publication = await readPublication(engine, id)
  const isTheirs = publication && (person.systemAdmin || memberOf(person).includes(publication.organization))
  if (!publication || !isTheirs) throw new Refusal('not_found', 'Không tìm thấy bài đăng này.', 404)
  const duty: Duty = verb === 'withdraw' ? 'withdraw' : 'schedule'
  requireDuty(person, duty, publication.organization)
  const moved = await actOnPublication(engine, {
    id,
    verb,
    actor: signerOf(person, publication.organization),
    body: await bodyOf(request),
  })
  return { id: moved.id, state: moved.state, dueAt: moved.dueAt, url: moved.remoteUrl }
}
