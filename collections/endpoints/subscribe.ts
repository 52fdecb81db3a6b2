import type { Endpoint, PayloadRequest } from 'payload'
import { memberOf } from '@/access/roles'
import { engineOf } from '@/engine'
import { actorOf } from '@/engine/desk/actor'
import { findChannel } from '@/engine/desk/read-content'
import { subscribeChannel } from '@/engine/notices/subscribe'
import { Refusal } from '@/platform/errors'
import { idIn, post, requireDuty, requirePerson, signerOf } from './answer'

/** Asks the platform of a channel to tell us what happens there. */
export const subscribeEndpoint: Endpoint = post('/:id/subscribe', subscribe)

async function subscribe(request: PayloadRequest): Promise<Record<string, unknown>> {
  const person = requirePerson(request)
  const engine = engineOf(request.payload)
  const channel = await findChannel(engine, idIn(request))
  if (!person.systemAdmin && !memberOf(person).includes(channel.organization))
    throw new Refusal('channel_not_found', 'Không tìm thấy kênh này.', 404)
  requireDuty(person, 'connect', channel.organization)
  const actor = actorOf(signerOf(person, channel.organization))
  return { id: channel.id, ...(await subscribeChannel(engine, channel, actor)) }
}
