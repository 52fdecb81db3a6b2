/**
 * How late posts go out. Lateness of a post: the hour at which its irreversible request was last begun, minus the hour it
 * was planned for (`armedAt − dueAt`), never below zero. What the platform needs afterwards to transcode or moderate is
 * not ours; a retry, a throttled wait and a pause are. A post that a person confirmed by hand has no such hour and counts
 * with the hour at which it was found live.
 */
import { addSeconds } from '@/platform/clock'
import type { Engine } from '..'
import { type Scope, within } from './scope'

export type Lateness = { count: number; p50: number | null; p99: number | null; most: number | null }

export type LatenessOfWindows = { hour: Lateness; day: Lateness }

type Sent = { id: string; dueAt: Date; armedAt: Date | null; publishedAt: Date }

/** The newest of the day; a burst beyond it is judged by its last part. */
const MOST_SENT = 5000

const HOUR_SECONDS = 3600
const DAY_SECONDS = 86_400

export async function readLateness({ rows, now }: Engine, scope: Scope): Promise<LatenessOfWindows> {
  const sent = await rows.find<Sent>('publications', {
    where: { ...within(scope), publishedAt: { above: addSeconds(now(), -DAY_SECONDS) } },
    select: ['dueAt', 'armedAt', 'publishedAt'],
    sort: '-publishedAt',
    limit: MOST_SENT,
  })
  const lastHour = addSeconds(now(), -HOUR_SECONDS)
  return { hour: summarise(sent.filter(({ publishedAt }) => publishedAt > lastHour)), day: summarise(sent) }
}

export function latenessSeconds({ dueAt, armedAt, publishedAt }: Omit<Sent, 'id'>): number {
  return Math.max(0, ((armedAt ?? publishedAt).getTime() - dueAt.getTime()) / 1000)
}

function summarise(sent: readonly Sent[]): Lateness {
  const sorted = sent.map(latenessSeconds).toSorted((one, other) => one - other)
  return { count: sorted.length, p50: quantile(sorted, 0.5), p99: quantile(sorted, 0.99), most: sorted.at(-1) ?? null }
}

/** The smallest value that is not below the given share of all (nearest rank). */
export function quantile(sorted: readonly number[], share: number): number | null {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? null
}
