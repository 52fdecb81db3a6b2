/** Everything the look-alikes share: durable records, the log, kept files, the clock, waiting faults. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Desk } from '../contract'
import { openClock, type SandboxClock } from './clock'
import { openDeliveries, type Deliveries } from './deliveries'
import { openFaults, type Faults } from './faults'
import { openFiles, type Files } from './files'
import { openLog, type SandboxLog } from './log'
import { openRecords } from './records'

export type SandboxDesk = Desk & {
  entries: SandboxLog
  files: Files
  clock: SandboxClock
  faults: Faults
  deliveries: Deliveries
}

export function openDesk(directory: string, now: () => Date): SandboxDesk {
  mkdirSync(directory, { recursive: true })
  const records = openRecords(join(directory, 'records.jsonl'))
  const entries = openLog(join(directory, 'log.jsonl'))
  const files = openFiles(join(directory, 'files'), records)
  const clock = openClock(records, now)
  const deliveries = openDeliveries((entry) => entries.append(entry, clock.now()))
  return {
    records,
    deliveries,
    deliver: deliveries.send,
    knob: (platform, name, fallback) => records.get<number>('sandbox.knobs', `${platform}/${name}`) ?? fallback,
    entries,
    files,
    clock,
    faults: openFaults(records),
    now: clock.now,
    keep: files.keep,
    log: (entry) => entries.append(entry, clock.now()),
    next: (name) => {
      const value = (records.get<number>('sandbox.counters', name) ?? 0) + 1
      records.put('sandbox.counters', name, value)
      return value
    },
  }
}
