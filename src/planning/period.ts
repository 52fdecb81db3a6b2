import { DateTime } from 'luxon'
import type { Quota } from './quota'

/** The period of the quota that holds `at`, in the given zone; `to` is exclusive. */
export function periodOf(quota: Pick<Quota, 'per' | 'from' | 'to'>, at: Date, zone: string): { from: Date; to: Date } {
  if (quota.per === 'once') return { from: quota.from ?? new Date(0), to: quota.to ?? new Date(8.64e15) }
  const local = DateTime.fromJSDate(at, { zone })
  const start = local.startOf(quota.per)
  return { from: start.toJSDate(), to: start.plus({ [quota.per]: 1 }).toJSDate() }
}
