import type { CollectionBeforeChangeHook } from 'payload'
import { idOf } from '@/access/roles'

/** Keeps the chain of parents on the row, so that "a parent sees its children" is one indexed condition. */
export const setAncestors: CollectionBeforeChangeHook = async ({ data, req }) => {
  if (!('parent' in data)) return data
  if (!data.parent) return { ...data, ancestors: [] }
  const parent = await req.payload.findByID({
    collection: 'organizations',
    id: idOf(data.parent),
    depth: 0,
    req,
    overrideAccess: true,
  })
  return { ...data, ancestors: [parent.id, ...(parent.ancestors ?? []).map(idOf)] }
}
