import type { Payload } from 'payload'

export type Vocabulary = { audiences: Readonly<Record<string, string>>; topics: Readonly<Record<string, string>> }

/** Ids by slug of what every installation starts with. */
export async function readVocabulary(payload: Payload): Promise<Vocabulary> {
  return { audiences: await idsOf(payload, 'audiences'), topics: await idsOf(payload, 'topics') }
}

async function idsOf(payload: Payload, collection: 'audiences' | 'topics'): Promise<Record<string, string>> {
  const { docs } = await payload.find({ collection, depth: 0, pagination: false, overrideAccess: true })
  return Object.fromEntries(docs.map(({ slug, id }) => [slug, String(id)]))
}
