/** One dead metric fails the whole call with code 100, so after a refusal each metric is asked by itself. */
import { z } from 'zod'
import { ChannelError, type Call } from '../contract'
import { ask } from './api'

export type Amount = { value: number } | { value: null; because: string }

const METRICS = { views: 'post_media_view', reach: 'post_total_media_view_unique' } as const

/** A `day` row with 0 may follow the lifetime row of the same metric: the period decides, never the order. */
const insights = z.object({
  data: z.array(z.object({ name: z.string(), period: z.string(), values: z.array(z.object({ value: z.unknown() })) })),
})
type Row = z.infer<typeof insights>['data'][number]

export async function readInsights(call: Call, post: string): Promise<{ views: Amount; reach: Amount }> {
  try {
    const rows = await askInsights(call, { post, metrics: Object.values(METRICS) })
    return { views: pick(rows, METRICS.views), reach: pick(rows, METRICS.reach) }
  } catch (error) {
    if (!isAboutMetrics(error)) throw error
    return {
      views: await readOne(call, { post, metric: METRICS.views }),
      reach: await readOne(call, { post, metric: METRICS.reach }),
    }
  }
}

async function readOne(call: Call, { post, metric }: { post: string; metric: string }): Promise<Amount> {
  try {
    return pick(await askInsights(call, { post, metrics: [metric] }), metric)
  } catch (error) {
    if (!isAboutMetrics(error)) throw error
    return {
      value: null,
      because: `Facebook không còn cung cấp chỉ số ${metric}, hoặc Trang thiếu quyền read_insights.`,
    }
  }
}

async function askInsights(call: Call, { post, metrics }: { post: string; metrics: string[] }): Promise<Row[]> {
  const query = { metric: metrics.join(','), period: 'lifetime' }
  const { data } = await ask(call, { method: 'GET', path: `${post}/insights`, query, schema: insights })
  return data
}

/** 10 and 200: only `read_insights` is missing; the post's own counters have just been read with the same token. */
function isAboutMetrics(error: unknown): boolean {
  return error instanceof ChannelError && ['100', '3001/1504028', '10', '200'].includes(error.code)
}

function pick(rows: Row[], metric: string): Amount {
  const value = rows.find((row) => row.name === metric && row.period === 'lifetime')?.values[0]?.value
  if (typeof value === 'number') return { value }
  return { value: null, because: 'Facebook chưa có số liệu này (Trang nhỏ, bài mới hoặc thiếu quyền read_insights).' }
}
