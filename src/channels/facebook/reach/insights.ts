/** One dead metric fails the whole call with code 100, so after a refusal each metric is asked by itself. */
import { z } from 'zod'
import { ChannelError, type Call } from '../../contract'
import { ask } from '../api'

export type Amount = { value: number } | { value: null; because: string }

/** What is asked of a node: the platform's names, and the one period in which they are meant. */
export type Wanted<Name extends string> = {
  node: string
  metrics: Record<Name, string>
  period: 'lifetime' | 'days_28'
}

const insights = z.object({
  data: z.array(z.object({ name: z.string(), period: z.string(), values: z.array(z.object({ value: z.unknown() })) })),
})
type Row = z.infer<typeof insights>['data'][number]

export async function readInsights<Name extends string>(
  call: Call,
  wanted: Wanted<Name>,
): Promise<Record<Name, Amount>> {
  const names = Object.entries<string>(wanted.metrics)
  const together = await tryInsights(call, wanted, Object.values(wanted.metrics))
  const amounts: [string, Amount][] = []
  for (const [name, metric] of names) {
    const rows = together ?? (await tryInsights(call, wanted, [metric]))
    amounts.push([name, rows ? pick(rows, { metric, period: wanted.period }) : refused(metric)])
  }
  return Object.fromEntries(amounts) as Record<Name, Amount>
}

/** Null when the platform refuses what was asked for; every other failure is let out. */
async function tryInsights(call: Call, { node, period }: Wanted<string>, metrics: string[]): Promise<Row[] | null> {
  const query = { metric: metrics.join(','), period }
  try {
    return (await ask(call, { method: 'GET', path: `${node}/insights`, query, schema: insights })).data
  } catch (error) {
    if (isAboutMetrics(error)) return null
    throw error
  }
}

/** 10 and 200: only `read_insights` is missing; the node's own counters are read with the same token. */
function isAboutMetrics(error: unknown): boolean {
  return error instanceof ChannelError && ['100', '3001/1504028', '10', '200'].includes(error.code)
}

/** A `day` row with 0 may follow the row that was asked for: the period decides, never the order. The newest value counts. */
function pick(rows: Row[], { metric, period }: { metric: string; period: string }): Amount {
  const value = rows.find((row) => row.name === metric && row.period === period)?.values.at(-1)?.value
  if (typeof value === 'number') return { value }
  return { value: null, because: 'Facebook chưa có số liệu này (Trang nhỏ, bài mới hoặc thiếu quyền read_insights).' }
}

function refused(metric: string): Amount {
  const because = `Facebook không còn cung cấp chỉ số ${metric}, hoặc Trang thiếu quyền read_insights.`
  return { value: null, because }
}
