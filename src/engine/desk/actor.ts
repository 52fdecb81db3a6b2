import type { Signer } from '@/approval'
import type { Actor } from '../audit'

/** A signer as the audit keeps them: roles are not stored with an entry, so its hash must not hold them. */
export function actorOf({ id, name }: Signer): Actor {
  return { id, name }
}
