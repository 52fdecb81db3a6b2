import { type HoldReason, holdReasons } from '@/publishing/due'
import type { Engine } from '../..'
import { readLateness } from '../lateness'
import { countDue, readOldestDue } from '../publications'
import { readUpcoming } from '../upcoming'
import { readCounts } from './counts'
import type { Metric, Sample } from './metric'

/** What waits. */
export async function ofPosts(engine: Engine): Promise<Metric[]> {
  const [counts, due, oldest, held, upcoming] = await Promise.all([
    readCounts(engine),
    countDue(engine, 'everything'),
    readOldestDue(engine, 'everything'),
    Promise.all(holdReasons.map((reason) => countHeld(engine, reason))),
    readUpcoming(engine, 'everything'),
  ])
  return [
    {
      name: 'publications',
      help: 'Publications per state and platform, at most a minute old',
      samples: counts.map(({ state, platform, count }) => ({ labels: { state, platform }, value: count })),
    },
    { name: 'publications_due', help: 'Rows that a worker could take now', samples: [{ value: due }] },
    {
      name: 'oldest_due_age_seconds',
      help: 'How long the first due publication has waited for a worker; 0 when none waits',
      samples: [{ value: oldest?.secondsWaiting ?? 0 }],
    },
    { name: 'held', help: 'Held publications by reason', samples: held },
    {
      name: 'upcoming',
      help: 'Approved publications of the next 24 hours; offset 0 is the present hour',
      samples: upcoming.hours.map(({ count }, offset) => ({ labels: { offset: String(offset) }, value: count })),
    },
  ]
}

async function countHeld({ rows }: Engine, reason: HoldReason): Promise<Sample> {
  return { labels: { reason }, value: await rows.count('publications', { state: 'held', heldBecause: reason }) }
}

/** What went out, and how late. */
export async function ofLateness(engine: Engine): Promise<Metric[]> {
  const windows = Object.entries(await readLateness(engine, 'everything'))
  return [
    {
      name: 'lateness_seconds',
      help: 'armedAt minus dueAt of what went live in the window, never below 0',
      samples: windows.flatMap(([window, { p50, p99 }]) => [
        { labels: { window, quantile: '0.5' }, value: p50 },
        { labels: { window, quantile: '0.99' }, value: p99 },
      ]),
    },
    {
      name: 'published_in_window',
      help: 'Publications that went live in the window, at most 5000 of the day',
      samples: windows.map(([window, { count }]) => ({ labels: { window }, value: count })),
    },
  ]
}
