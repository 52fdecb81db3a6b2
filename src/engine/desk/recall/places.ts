/** What has come of a recall, channel by channel, as a person reads it. */
import { channelOf } from '@/channels/registry'
import { isOver, type State } from '@/publishing/states'
import type { Engine } from '../..'
import type { ChannelRow, Publication } from '../../rows'
import { markedPublications } from './begin'
import type { Recall } from './row'

export type RecallResult = 'withdrawn' | 'cancelled' | 'under-way' | 'by-hand' | 'failed'

export type RecallPlace = {
  publication: string
  channel: { id: string; name: string; url: string | null }
  platform: string
  label: string
  state: State
  result: RecallResult
  /** What to do, or why it does not get on; null when there is nothing to say. */
  message: string | null
  url: string | null
  nextTryAt: Date | null
}

export async function readPlaces(engine: Engine, recall: Recall): Promise<RecallPlace[]> {
  const marked = await markedPublications(engine, recall)
  // Of an earlier recall only what is not down yet.
  const publications = marked.filter(({ state, recalledAt }) => !isOver(state) || isOfThis(recalledAt, recall))
  const where = { id: { in: [...new Set(publications.map(({ channel }) => channel))] } }
  const channels = publications.length > 0 ? await engine.rows.find<ChannelRow>('channels', { where }) : []
  return publications.map((publication) =>
    describe(
      publication,
      channels.find(({ id }) => id === publication.channel),
    ),
  )
}

function isOfThis(recalledAt: Date | null, { at }: Recall): boolean {
  return recalledAt !== null && recalledAt >= at
}

function describe(publication: Publication, channel: ChannelRow | undefined): RecallPlace {
  const { id, platform, state, remoteUrl: url, recallMessage, recallWakeAt: nextTryAt } = publication
  return {
    publication: id,
    channel: { id: publication.channel, name: channel?.name ?? '', url: channel?.url ?? null },
    platform,
    label: channelOf(platform).label,
    state,
    result: resultOf(publication),
    message: recallMessage ?? (publication['withdrawnBecause'] as string | null),
    url,
    nextTryAt,
  }
}

function resultOf({ state, recallStage }: Publication): RecallResult {
  if (state === 'withdrawn' || state === 'cancelled') return state
  return recallStage === 'by-hand' || recallStage === 'failed' ? recallStage : 'under-way'
}
