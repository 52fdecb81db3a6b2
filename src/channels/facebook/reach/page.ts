/** Numbers of the Page itself. */
import { z } from 'zod'
import type { Call, Reading } from '../../contract'
import { ask } from '../api'
import { API_VERSION } from '../limits'
import { toAmount } from './counters'
import { readInsights, type Amount } from './insights'

/** The whole of 28 days: a sum over days would count the same person again and again. */
const METRICS = { views: 'page_media_view', reach: 'page_total_media_view_unique' }

export async function audience(call: Call): Promise<Reading[]> {
  const schema = z.object({ followers_count: z.number().nullish() })
  const query = { fields: 'followers_count' }
  const { followers_count: followers } = await ask(call, { method: 'GET', path: call.account, query, schema })
  const { views, reach } = await readInsights(call, { node: call.account, metrics: METRICS, period: 'days_28' })
  return [
    toReading('followers', { definition: 'followers_count', amount: toAmount(followers) }),
    toReading('views', { definition: `${METRICS.views} (days_28)`, amount: views }),
    toReading('reach', { definition: `${METRICS.reach} (days_28)`, amount: reach }),
  ]
}

function toReading(metric: Reading['metric'], { definition, amount }: { definition: string; amount: Amount }): Reading {
  return { publication: null, metric, definition, apiVersion: API_VERSION, ...amount }
}
