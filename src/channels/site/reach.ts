import type { Call, Live, Metric, Reading } from '../contract'
import { getViews } from './api'

const API_VERSION = '1'
const UNTRACKED = 'Trang không theo dõi người đọc.'
const MISSING = 'Bài không còn trên trang.'
const BATCH = 100

const notGiven: readonly Metric[] = ['reach', 'reactions', 'comments', 'shares', 'clicks']

export async function measurePages(posts: readonly Live[], call: Call): Promise<Reading[]> {
  const readings: Reading[] = []
  for (let start = 0; start < posts.length; start += BATCH) {
    const batch = posts.slice(start, start + BATCH)
    const views = await getViews(
      call,
      batch.map(({ remoteId }) => remoteId),
    )
    readings.push(
      ...batch.flatMap((post) => [
        readViews(post, views[post.remoteId]),
        ...notGiven.map((metric) => untracked(post, metric)),
      ]),
    )
  }
  return readings
}

function readViews({ publication }: Live, value: number | undefined): Reading {
  const reading = {
    publication,
    metric: 'views',
    definition: 'item page opened, without known robots, aggregate',
    apiVersion: API_VERSION,
  } as const
  return value === undefined ? { ...reading, value: null, because: MISSING } : { ...reading, value }
}

function untracked({ publication }: Live, metric: Metric): Reading {
  return { publication, metric, definition: 'none', apiVersion: API_VERSION, value: null, because: UNTRACKED }
}
