import type { CollectionBeforeValidateHook } from 'payload'

/** NFC at the border: every string that comes in is normalised before it is validated, counted or stored. */
export const normaliseText: CollectionBeforeValidateHook = ({ data }) => (data ? (toNfc(data) as typeof data) : data)

function toNfc(value: unknown): unknown {
  if (typeof value === 'string') return value.normalize('NFC')
  if (Array.isArray(value)) return value.map(toNfc)
  if (!isPlain(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, toNfc(inner)]))
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
}
