/** Counters of many videos at once. */
import type { youtube_v3 } from '@googleapis/youtube'
import { z } from 'zod'
import { ChannelError, type Call } from '../../contract'
import { ask, type Query } from '../api'
import { COSTS } from '../limits'

/** Strings of digits; a hidden one is absent. */
const counter = z.string().nullish()

const counted = z.object({
  items: z
    .array(
      z.object({
        id: z.string(),
        statistics: z.object({ viewCount: counter, likeCount: counter, commentCount: counter }).nullish(),
      }),
    )
    .nullish(),
})

export type Counted = NonNullable<z.infer<typeof counted>['items']>[number]

export const MOST_IDS = 50

/**
 * At most fifty; what is gone is left out of the answer. The batch has a quota of its own; being the youngest of the
 * calls (2026-06-03) it is not relied on: the list gives the same numbers.
 */
export async function readStatistics(call: Call, ids: readonly string[]): Promise<Counted[]> {
  try {
    return await readBatch(call, ids)
  } catch (error) {
    if (!(error instanceof ChannelError) || error.kind === 'unauthorized') throw error
    call.log.info({ code: error.code }, 'numbers are read from the list instead of the batch')
    return readList(call, ids)
  }
}

async function readBatch(call: Call, ids: readonly string[]): Promise<Counted[]> {
  const query = {
    part: 'id,statistics',
    id: ids.join(','),
  } satisfies Query<{ part?: string; id?: string }>
  const { items } = await ask(call, {
    method: 'GET',
    path: '/youtube/v3/videos:batchGetStats',
    query,
    cost: 1,
    bucket: 'batch-stats',
    schema: counted,
  })
  return items ?? []
}

async function readList(call: Call, ids: readonly string[]): Promise<Counted[]> {
  const query = { part: 'id,statistics', id: ids.join(',') } satisfies Query<youtube_v3.Params$Resource$Videos$List>
  const { items } = await ask(call, {
    method: 'GET',
    path: '/youtube/v3/videos',
    query,
    cost: COSTS.list,
    schema: counted,
  })
  return items ?? []
}
