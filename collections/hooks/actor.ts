import type { PayloadRequest } from 'payload'
import { personOf } from '@/access'
import { type Actor, theSystem } from '@/engine/audit'

/** Who a request acts for: the person who signed in, or the system itself. */
export function actorIn(request: PayloadRequest): Actor {
  const person = personOf(request)
  return person ? { id: person.id, name: (person as { name?: string }).name ?? '' } : theSystem
}
