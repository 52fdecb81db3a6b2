import type { Endpoint, PayloadRequest } from 'payload'
import { engineOf } from '@/engine'
import { actorOf } from '@/engine/desk/actor'
import { actOnPublication, type PublicationVerb, publicationVerbs } from '@/engine/desk/publication/verbs'
import { bodyOf, post } from './answer'
import { guardPublication } from './guards'

export const publicationEndpoints: Endpoint[] = publicationVerbs.map((verb) =>
  post(`/:id/${verb}`, (request) => act(request, verb)),
)

async function act(request: PayloadRequest, verb: PublicationVerb): Promise<Record<string, unknown>> {
  const { id, signer } = await guardPublication(request, verb === 'withdraw' ? 'withdraw' : 'schedule')
  const body = await bodyOf(request)
  const moved = await actOnPublication(engineOf(request.payload), { id, verb, actor: actorOf(signer), body })
  return { id: moved.id, state: moved.state, dueAt: moved.dueAt, url: moved.remoteUrl }
}
