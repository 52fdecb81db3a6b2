/** From the former key to today's, value by value: may be stopped anywhere and run again, beside workers that write. */
import { isEncryptedWith } from '@/platform/crypto'
import { environment } from '@/platform/env'
import type { Engine } from '..'
import { seal, unseal } from './seal'

/** Every place where something sealed lies. What is sealed elsewhere one day belongs here, or its key is lost. */
export const sealedFields = [
  { slug: 'channels', field: 'secret' },
  { slug: 'applications', field: 'secret' },
  { slug: 'sign-ins', field: 'verifier' },
  { slug: 'sign-ins', field: 'candidates' },
] as const

type Place = (typeof sealedFields)[number]

type Outcome = 'rotated' | 'current' | 'empty' | 'unreadable'

export type Rotation = {
  /** Encrypted anew by this run. */
  rotated: number
  /** Already with today's key. */
  current: number
  /** Neither key opens them: `channels:…`. */
  unreadable: string[]
}

const TRIES = 10

export async function rotateKey(engine: Engine): Promise<Rotation> {
  const rotation: Rotation = { rotated: 0, current: 0, unreadable: [] }
  for (const place of sealedFields) {
    const rows = await engine.rows.find(place.slug, { where: {}, select: [place.field] })
    for (const { id } of rows) note(rotation, `${place.slug}:${id}`, await rotateValue(engine, place, id))
  }
  return rotation
}

function note(rotation: Rotation, record: string, outcome: Outcome): void {
  if (outcome === 'rotated') rotation.rotated += 1
  if (outcome === 'current') rotation.current += 1
  if (outcome === 'unreadable') rotation.unreadable.push(record)
}

/** On the value that was read: a token renewed in between stays, and is looked at again. */
async function rotateValue({ rows }: Engine, { slug, field }: Place, id: string): Promise<Outcome> {
  const record = `${slug}:${id}`
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const [row] = await rows.find(slug, { where: { id }, select: [field], limit: 1 })
    const value = row?.[field]
    if (typeof value !== 'string' || value === '') return 'empty'
    const plain = tryToOpen(record, value)
    if (plain === undefined) return 'unreadable'
    if (isEncryptedWith(value, environment().ENCRYPTION_KEY)) return 'current'
    if (await rows.update(slug, { id, [field]: value }, { [field]: seal(record, plain) })) return 'rotated'
  }
  throw new Error(`${record} changes faster than it can be encrypted anew`)
}

function tryToOpen(record: string, value: string): unknown {
  try {
    return unseal(record, value)
  } catch {
    return undefined
  }
}
