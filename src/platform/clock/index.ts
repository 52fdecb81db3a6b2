/** The hour, moved by the number of milliseconds in CLOCK_FILE where a test asks for it. */
import { readFileSync } from 'node:fs'
import { environment } from '../env'

export type Clock = () => Date

export const now: Clock = () => new Date(Date.now() + offset())

function offset(): number {
  const file = environment().CLOCK_FILE
  if (!file) return 0
  const milliseconds = Number(readFileSync(file, 'utf8'))
  return Number.isFinite(milliseconds) ? milliseconds : 0
}

export function addSeconds(date: Date, seconds: number): Date {
  return new Date(date.getTime() + seconds * 1000)
}
