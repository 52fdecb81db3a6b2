import type { Access, AccessResult, CollectionConfig } from 'payload'
import { membersParentsAndChildren, nobody } from '@/access'

/** What stands still because a person said so: everything, or an organization with those below it. Written by the verbs alone. */
export const pauses: CollectionConfig = {
  slug: 'pauses',
  admin: { hidden: true },
  access: { read: ofEverybodyOrOwn, create: nobody, update: nobody, delete: nobody },
  fields: [
    // `everything`, or `organization:{id}`.
    { name: 'key', type: 'text', required: true, unique: true },
    { name: 'organization', type: 'relationship', relationTo: 'organizations', index: true },
    { name: 'active', type: 'checkbox', required: true, defaultValue: false, index: true },
    { name: 'because', type: 'text' },
    { name: 'by', type: 'text' },
    { name: 'at', type: 'date' },
  ],
}

/** That everything stands still concerns everybody who works here. */
async function ofEverybodyOrOwn(asked: Parameters<Access>[0]): Promise<AccessResult> {
  const own = await membersParentsAndChildren(asked)
  return typeof own === 'boolean' ? own : { or: [{ key: { equals: 'everything' } }, own] }
}
