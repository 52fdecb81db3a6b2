/** The hour, moved by the number of milliseconds in CLOCK_FILE where a test asks for it. */
import { readFileSync } from 'node:fs'
import { environment } from '../env'

export type Clock = () => Date

/** By this machine's clock; whatever decides about a publication takes the database's, `clockOf`. */
export const now: Clock = () => moved(new Date())

export function moved(date: Date): Date {
  return new Date(date.getTime() + offset())
}

function offset(): number {
  const file = environment().CLOCK_FILE
  if (!file) return 0
  const milliseconds = Number(readFileSync(file, 'utf8'))
  return Number.isFinite(milliseconds) ? milliseconds : 0
}

export function addSeconds(date: Date, seconds: number): Date {
  return new Date(date.getTime() + seconds * 1000)
}
