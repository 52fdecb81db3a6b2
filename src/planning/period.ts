import { DateTime } from 'luxon'
import type { Quota } from './quota'

type Period = { from: Date; to: Date }

/**
 * The period of the quota that holds `at`, in the given zone; `to` is exclusive. Outside the quota's own dates nothing is
 * owed: the period is empty then, and a first or last one may be cut short.
 */
export function periodOf(quota: Pick<Quota, 'per' | 'from' | 'to'>, at: Date, zone: string): Period {
  const whole = { from: quota.from ?? new Date(0), to: quota.to ?? new Date(8.64e15) }
  if (quota.per === 'once') return whole
  const start = DateTime.fromJSDate(at, { zone }).startOf(quota.per)
  const from = later(start.toJSDate(), whole.from)
  return { from, to: later(from, earlier(start.plus({ [quota.per]: 1 }).toJSDate(), whole.to)) }
}

function later(left: Date, right: Date): Date {
  return left > right ? left : right
}

function earlier(left: Date, right: Date): Date {
  return left < right ? left : right
}
