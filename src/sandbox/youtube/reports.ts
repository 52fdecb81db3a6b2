/** YouTube Analytics, thin: views and minutes by day or by video, and nothing of the last three days. */
import type { Desk, SandboxAnswer, SandboxRequest } from '../contract'
import { refuse } from './answers'
import type { ChannelRecord, VideoRecord } from './state'
import { findVideo } from './videos'

const DAY = 24 * 3_600_000
const DAYS_MISSING = 3

/** What one video gets in one day. */
const A_DAY: Readonly<Record<string, number>> = {
  views: 30,
  engagedViews: 24,
  estimatedMinutesWatched: 45,
  likes: 4,
  comments: 1,
  shares: 2,
}

type Own = { desk: Desk; channel: ChannelRecord }

export function queryReport({ query }: SandboxRequest, { desk, channel }: Own): SandboxAnswer {
  const metrics = (query.get('metrics') ?? '').split(',')
  const dimensions = query.get('dimensions') ?? ''
  if (!isSupported(query, { metrics, dimensions })) return unsupported('The query is not supported.')
  const ids = query.get('ids')
  if (ids !== 'channel==MINE' && ids !== `channel==${channel.id}`)
    return refuse({ status: 403, reason: 'forbidden', message: 'Forbidden' })
  const columnHeaders = [
    ...(dimensions === '' ? [] : [{ name: dimensions, columnType: 'DIMENSION', dataType: 'STRING' }]),
    ...metrics.map((name) => ({ name, columnType: 'METRIC', dataType: 'INTEGER' })),
  ]
  const rows = rowsOf({ desk, query, metrics, dimensions })
  return {
    status: 200,
    body: { kind: 'youtubeAnalytics#resultTable', columnHeaders, ...(rows.length > 0 ? { rows } : {}) },
  }
}

function unsupported(message: string): SandboxAnswer {
  return refuse({ status: 400, reason: 'badRequest', message })
}

type Asked = { metrics: string[]; dimensions: string }

/** The list of best videos must be sorted and short. */
function isSupported(query: URLSearchParams, { metrics, dimensions }: Asked): boolean {
  if (!metrics.every((name) => name in A_DAY)) return false
  const most = Number(query.get('maxResults') ?? Infinity)
  if (dimensions === 'video') return /^-\w+$/.test(query.get('sort') ?? '') && most <= 200
  return dimensions === '' || dimensions === 'day'
}

type Report = Asked & { desk: Desk; query: URLSearchParams }

function rowsOf({ desk, query, metrics, dimensions }: Report): unknown[][] {
  const days = daysOf(desk, query)
  const valuesOf = (factor: number) => metrics.map((name) => (A_DAY[name] ?? 0) * factor)
  if (dimensions === 'day') return days.map((day) => [day, ...valuesOf(1)])
  const videos = videosOf(desk, query)
  const counted = videos.map((video) => ({ id: video.id, days: days.filter((day) => day >= dayOf(video)).length }))
  const seen = counted.filter((video) => video.days > 0)
  if (dimensions === 'video') return seen.map((video) => [video.id, ...valuesOf(video.days)])
  return seen.length > 0 ? [valuesOf(seen.reduce((sum, video) => sum + video.days, 0))] : []
}

/** Complete days only, whatever the question says. */
function daysOf(desk: Desk, query: URLSearchParams): string[] {
  const last = Math.min(Date.parse(query.get('endDate') ?? ''), desk.now().getTime() - DAYS_MISSING * DAY)
  const days: string[] = []
  for (let day = Date.parse(query.get('startDate') ?? ''); day <= last; day += DAY)
    days.push(new Date(day).toISOString().slice(0, 10))
  return days
}

function dayOf({ publishedAt }: VideoRecord): string {
  return publishedAt.slice(0, 10)
}

function videosOf(desk: Desk, query: URLSearchParams): VideoRecord[] {
  const ids = /video==([\w,-]+)/.exec(query.get('filters') ?? '')?.[1]?.split(',') ?? []
  return ids.flatMap((id) => findVideo(desk, id) ?? [])
}
