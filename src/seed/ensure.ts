import type { CollectionSlug, Payload, Where } from 'payload'

/** Finds the row or makes it: the seed may be stopped anywhere and started again. */
export async function ensure(
  payload: Payload,
  collection: CollectionSlug,
  { where, data }: { where: Where; data: Record<string, unknown> },
): Promise<string> {
  const { docs } = await payload.find({
    collection,
    where,
    limit: 1,
    depth: 0,
    pagination: false,
    overrideAccess: true,
  })
  const known = docs[0]
  if (known) return String(known.id)
  const created = await payload.create({ collection, data: data as never, depth: 0, overrideAccess: true })
  return String(created.id)
}
