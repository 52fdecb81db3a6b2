/** What all look-alikes share: durable records, the log, kept files, the clock, waiting faults, webhooks under way. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Desk } from '../contract'
import { openClock, type SandboxClock } from './clock'
import { openDeliveries, type Deliveries } from './deliveries'
import { openFaults, type Faults } from './faults'
import { openFiles, type Files } from './files'
import { openKnobs, type Knobs } from './knobs'
import { openLog, type SandboxLog } from './log'
import { openRecords } from './records'

export type SandboxDesk = Desk & {
  entries: SandboxLog
  files: Files
  clock: SandboxClock
  faults: Faults
  knobs: Knobs
  deliveries: Deliveries
}

export function openDesk(directory: string, now: () => Date): SandboxDesk {
  mkdirSync(directory, { recursive: true })
  const records = openRecords(join(directory, 'records.jsonl'))
  const entries = openLog(join(directory, 'log.jsonl'))
  const files = openFiles(directory, records)
  const clock = openClock(records, now)
  const knobs = openKnobs(records)
  const log: Desk['log'] = (entry) => entries.append(entry, clock.now())
  const deliveries = openDeliveries({ records, clock, knob: knobs.read, log })
  return {
    records,
    deliveries,
    deliver: deliveries.send,
    knobs,
    knob: knobs.read,
    entries,
    files,
    clock,
    faults: openFaults(records),
    now: clock.now,
    keep: files.keep,
    keepFile: files.keepFile,
    grow: files.grow,
    log,
    next: (name) => {
      const value = (records.get<number>('sandbox.counters', name) ?? 0) + 1
      records.put('sandbox.counters', name, value)
      return value
    },
  }
}
