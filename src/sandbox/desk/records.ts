import { appendFileSync, existsSync, readFileSync, truncateSync } from 'node:fs'
import type { Records } from '../contract'

type Line = { collection: string; id: string; value: unknown }

/** A journal of every `put`. Each is on disk before it returns, so that killing any process loses nothing. */
export function openRecords(file: string): Records {
  const collections = new Map<string, Map<string, unknown>>()
  const collection = (name: string) => {
    const known = collections.get(name) ?? new Map<string, unknown>()
    collections.set(name, known)
    return known
  }
  for (const { collection: name, id, value } of readLines<Line>(file)) collection(name).set(id, value)

  return {
    get: <Value>(name: string, id: string) => collection(name).get(id) as Value | undefined,
    list: <Value>(name: string) => [...collection(name).values()] as Value[],
    put: (name, id, value) => {
      appendFileSync(file, `${JSON.stringify({ collection: name, id, value })}\n`)
      collection(name).set(id, structuredClone(value))
    },
  }
}

/** Whole lines only: what a killed process left half-written is cut off, so that the next line starts clean. */
export function readLines<Entry>(file: string): Entry[] {
  if (!existsSync(file)) return []
  const bytes = readFileSync(file)
  const end = bytes.lastIndexOf('\n') + 1
  if (end < bytes.length) truncateSync(file, end)
  const text = bytes.subarray(0, end).toString('utf8')
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Entry)
}
