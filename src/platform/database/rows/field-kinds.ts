import type { Payload } from 'payload'

export type FieldKinds = { all: readonly string[]; references: ReadonlySet<string>; dates: ReadonlySet<string> }

const known = new WeakMap<Payload, Map<string, FieldKinds>>()

/** The top-level fields of a collection, and which of them hold ids of other rows and which hold dates. */
export function fieldKinds(payload: Payload, slug: string): FieldKinds {
  const bySlug = known.get(payload) ?? new Map<string, FieldKinds>()
  known.set(payload, bySlug)
  const kinds = bySlug.get(slug) ?? readKinds(payload, slug)
  bySlug.set(slug, kinds)
  return kinds
}

function readKinds(payload: Payload, slug: string): FieldKinds {
  const fields = payload.collections[slug as keyof typeof payload.collections]?.config.flattenedFields ?? []
  const named = (...types: string[]) => fields.filter((field) => types.includes(field.type)).map((field) => field.name)
  const all = fields.filter((field) => !('virtual' in field && field.virtual)).map((field) => field.name)
  return {
    all,
    references: new Set(named('relationship', 'upload')),
    dates: new Set([...named('date'), 'createdAt', 'updatedAt']),
  }
}
