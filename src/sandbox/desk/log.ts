import { appendFileSync } from 'node:fs'
import type { Desk } from '../contract'
import { readLines } from './records'

export type LogEntry = Parameters<Desk['log']>[0] & { sequence: number; at: string }

export type LogFilter = {
  platform?: string | undefined
  call?: string | undefined
  /** Sequence number: only later entries. */
  since?: number
}

export type SandboxLog = {
  append(entry: Parameters<Desk['log']>[0], at: Date): void
  /** Oldest first. */
  read(filter: LogFilter): LogEntry[]
}

export function openLog(file: string): SandboxLog {
  const entries = readLines<LogEntry>(file)
  return {
    append: (entry, at) => {
      const line: LogEntry = { sequence: entries.length + 1, at: at.toISOString(), ...entry }
      appendFileSync(file, `${JSON.stringify(line)}\n`)
      entries.push(line)
    },
    // Numbers are positions: whoever asks again and again pays only for what is new.
    read: ({ platform, call, since = 0 }) =>
      entries
        .slice(since)
        .filter((entry) => (!platform || entry.platform === platform) && (!call || entry.call === call)),
  }
}
