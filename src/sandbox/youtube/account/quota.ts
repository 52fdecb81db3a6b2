/** Three buckets per application and Pacific day, each empty in its own words. */
import type { Desk, SandboxAnswer } from '../../contract'
import { refuse } from '../answers'
import { moodOf } from '../state'

const pacificDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Los_Angeles' })

export function spendUnits(desk: Desk, { client, units }: { client: string; units: number }): SandboxAnswer | null {
  if (spend(desk, { client, bucket: 'units', units, most: moodOf(desk).unitsADay })) return null
  return exceeded()
}

export function spendBatch(desk: Desk, client: string): SandboxAnswer | null {
  return spend(desk, { client, bucket: 'batch', units: 1, most: moodOf(desk).batchStatsADay }) ? null : exceeded()
}

function exceeded(): SandboxAnswer {
  const message =
    'The request cannot be completed because you have exceeded your <a href="/youtube/v3/getting-started#quota">quota</a>.'
  return refuse({ status: 403, reason: 'quotaExceeded', message, domain: 'youtube.quota' })
}

/** One captured answer has no word `RESOURCE_EXHAUSTED`, so this one has none either. */
export function spendUpload(desk: Desk, client: string): SandboxAnswer | null {
  if (spend(desk, { client, bucket: 'uploads', units: 1, most: moodOf(desk).uploadsADay })) return null
  const message =
    "Quota exceeded for quota metric 'Video Uploads' and limit 'Video Uploads per day' of service 'youtube.googleapis.com' for consumer 'project_number:1'."
  return refuse({ status: 429, reason: 'rateLimitExceeded', message })
}

type Spending = { client: string; bucket: string; units: number; most: number }

function spend(desk: Desk, { client, bucket, units, most }: Spending): boolean {
  if (units === 0) return true
  const day = `${client} ${bucket} ${pacificDay.format(desk.now())}`
  const spent = (desk.records.get<number>('youtube.quota', day) ?? 0) + units
  if (spent > most) return false
  desk.records.put('youtube.quota', day, spent)
  return true
}
