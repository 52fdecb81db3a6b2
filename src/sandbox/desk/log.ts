import { appendFileSync } from 'node:fs'
import type { Desk } from '../contract'
import { readLines } from './records'

export type LogEntry = Parameters<Desk['log']>[0] & { sequence: number; at: string }

export type SandboxLog = {
  append(entry: Parameters<Desk['log']>[0], at: Date): void
  /** Entries after the sequence number `since`, oldest first. */
  read(filter: { platform?: string | undefined; since?: number }): LogEntry[]
}

export function openLog(file: string): SandboxLog {
  const entries = readLines<LogEntry>(file)
  return {
    append: (entry, at) => {
      const line: LogEntry = { sequence: entries.length + 1, at: at.toISOString(), ...entry }
      appendFileSync(file, `${JSON.stringify(line)}\n`)
      entries.push(line)
    },
    read: ({ platform, since = 0 }) =>
      entries.filter((entry) => entry.sequence > since && (!platform || entry.platform === platform)),
  }
}
