import type { CollectionBeforeChangeHook } from 'payload'

/** The first person of a new installation is its system administrator; nobody else could make one. */
export const makeFirstAdministrator: CollectionBeforeChangeHook = async ({ data, operation, req }) => {
  if (operation !== 'create') return data
  const { docs } = await req.payload.find({
    collection: 'users',
    limit: 1,
    depth: 0,
    pagination: false,
    req,
    overrideAccess: true,
  })
  return docs.length === 0 ? { ...data, systemAdmin: true } : data
}
