/** YouTube Analytics, thin: views by day, and nothing of the last three days. */
import type { Desk, SandboxAnswer, SandboxRequest } from '../contract'
import { refuse } from './answers'

const DAY = 24 * 3_600_000

export function queryReport({ query }: SandboxRequest, desk: Desk): SandboxAnswer {
  const isSupported = query.get('dimensions') === 'day' && query.get('metrics') === 'views'
  if (!isSupported) return refuse({ status: 400, reason: 'badRequest', message: 'The query is not supported.' })
  const columnHeaders = [
    { name: 'day', columnType: 'DIMENSION', dataType: 'STRING' },
    { name: 'views', columnType: 'METRIC', dataType: 'INTEGER' },
  ]
  const last = Math.min(Date.parse(query.get('endDate') ?? ''), desk.now().getTime() - 3 * DAY)
  const rows: [string, number][] = []
  for (let day = Date.parse(query.get('startDate') ?? ''); day <= last; day += DAY)
    rows.push([new Date(day).toISOString().slice(0, 10), 3])
  return {
    status: 200,
    body: { kind: 'youtubeAnalytics#resultTable', columnHeaders, ...(rows.length > 0 ? { rows } : {}) },
  }
}
