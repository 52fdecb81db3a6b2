/** What of a content document counts as its content: all but what the desk itself writes into it. */
const ofTheDesk = new Set([
  'id',
  'createdAt',
  'updatedAt',
  '_status',
  'approval',
  'live',
  'createdBy',
  'writers',
  'contentHash',
  'searchText',
  'sortKey',
  'factCheck',
  'reviewAfter',
  'tasks',
  'deletedAt',
])

/** The document without the desk's fields, references as ids, empty values left out: two saves of the same content agree. */
export function meaningOf(document: Record<string, unknown>): Record<string, unknown> {
  const entries = Object.entries(document).filter(([field]) => !ofTheDesk.has(field))
  return Object.fromEntries(
    entries.map(([field, value]) => [field, simplify(value)]).filter(([, value]) => !isEmpty(value)),
  )
}

function simplify(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(simplify)
  if (value instanceof Date) return value.toISOString()
  if (typeof value !== 'object' || value === null) return value
  if ('createdAt' in value && 'id' in value) return value.id
  const entries = Object.entries(value).filter(([key]) => key !== 'id' && key !== 'blockName')
  return Object.fromEntries(
    entries.map(([key, inner]) => [key, simplify(inner)]).filter(([, inner]) => !isEmpty(inner)),
  )
}

function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true
  if (Array.isArray(value)) return value.length === 0
  return typeof value === 'object' && Object.keys(value).length === 0
}
