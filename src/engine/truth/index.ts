/** How the publishing stands at this moment: what the truth page shows and what `/api/metrics` counts. */
import { environment } from '@/platform/env'
import type { Engine } from '..'
import { readWaysToTell } from '../notify/people'
import { type ChannelTruth, readChannels } from './channels'
import { type LatenessOfWindows, readLateness } from './lateness'
import { type Owed, readOwed } from './owed'
import { type Pause, readPauses } from './pauses'
import {
  countDue,
  countIn,
  readFailures,
  readOldestDue,
  readTroubled,
  type Troubled,
  type Waiting,
} from './publications'
import type { Scope } from './scope'
import { readUpcoming, type Upcoming } from './upcoming'
import { judge, type Verdict } from './verdict'
import { readWorkers, type Worker } from './workers'

export type { Scope } from './scope'

export type Truth = {
  at: Date
  verdict: Verdict
  workers: Worker[]
  oldestDue: Waiting | null
  counts: {
    due: number
    scheduled: number
    sending: number
    processing: number
    unknown: number
    held: number
    failed: number
  }
  lateness: LatenessOfWindows
  troubled: Troubled[]
  failures: Troubled[]
  owed: Owed
  channels: ChannelTruth[]
  pauses: Pause[]
  upcoming: Upcoming
  notices: { mail: boolean; messengers: string[] }
}

/** Two handfuls of indexed queries; the longest list is cut. */
export async function readTruth(engine: Engine, scope: Scope): Promise<Truth> {
  const [workers, oldestDue, lateness, channels] = await Promise.all([
    readWorkers(engine),
    readOldestDue(engine, scope),
    readLateness(engine, scope),
    readChannels(engine, scope),
  ])
  const [troubled, failures, owed, upcoming, counts, pauses] = await Promise.all([
    readTroubled(engine, scope),
    readFailures(engine, scope),
    readOwed(engine, scope),
    readUpcoming(engine, scope),
    readCounts(engine, scope),
    readPauses(engine, { scope, channels }),
  ])
  const { held, unknown } = counts
  const verdict = judge({ workers, oldestDue, lateness, held, unknown, owed, channels, pauses })
  const notices = {
    mail: Boolean(environment().SMTP_URL),
    messengers: await readWaysToTell(engine),
  }
  return {
    at: engine.now(),
    verdict,
    workers,
    oldestDue,
    counts,
    lateness,
    troubled,
    failures,
    owed,
    channels,
    pauses,
    upcoming,
    notices,
  }
}

async function readCounts(engine: Engine, scope: Scope): Promise<Truth['counts']> {
  const [due, scheduled, sending, processing, unknown, held, failed] = await Promise.all([
    countDue(engine, scope),
    ...(['scheduled', 'sending', 'processing', 'unknown', 'held', 'failed'] as const).map((state) =>
      countIn(engine, scope, state),
    ),
  ])
  return {
    due: due ?? 0,
    scheduled: scheduled ?? 0,
    sending: sending ?? 0,
    processing: processing ?? 0,
    unknown: unknown ?? 0,
    held: held ?? 0,
    failed: failed ?? 0,
  }
}
