/** Wherever the wrong item stood, also where it is down by now: is the correction there? */
import { channelOf } from '@/channels/registry'
import type { State } from '@/publishing/states'
import type { Engine } from '../..'
import type { ChannelRow, Publication } from '../../rows'
import { whyByHand } from './carry'
import type { CorrectionRow } from './row'

export type CorrectionResult = 'done' | 'owed' | 'by-hand'

export type CorrectionPlace = {
  channel: { id: string; name: string; url: string | null }
  platform: string
  label: string
  /** What was wrong there. */
  wrong: { publication: string; state: State; url: string | null }
  /** What puts it right; null where nothing is planned, or a person does it. */
  correction: { publication: string; state: State; url: string | null } | null
  result: CorrectionResult
  /** What a person has to do; null where nothing. */
  message: string | null
  url: string | null
}

type Place = { channel: ChannelRow; wrong: Publication; right: Publication | undefined }

export async function readCorrectionPlaces(engine: Engine, row: CorrectionRow): Promise<CorrectionPlace[]> {
  return (await placesOf(engine, row)).map((place) => describe(row, place))
}

/** One place for each channel, by the post that stood there last. */
export async function placesOf({ rows }: Engine, row: CorrectionRow): Promise<Place[]> {
  const of = (contentKind: string, contentId: string) =>
    rows.find<Publication>('publications', { where: { contentKind, contentId }, sort: '-dueAt' })
  const wrong = (await of(row.wrongKind, row.wrongId)).filter(wasSeen)
  const right = row.correctionId ? await of('articles', row.correctionId) : []
  const ids = [...new Set(wrong.map(({ channel }) => channel))]
  const channels = ids.length > 0 ? await rows.find<ChannelRow>('channels', { where: { id: { in: ids } } }) : []
  return channels.flatMap((channel) => {
    const [last] = wrong.filter((post) => post.channel === channel.id)
    return last ? [{ channel, wrong: last, right: standing(right, channel) }] : []
  })
}

const mayBeSeen: readonly State[] = ['sending', 'processing', 'unknown']

/** Somebody may have read it; one whose outcome nobody knows counts until it is known. */
export function wasSeen({ publishedAt, state, heldBecause }: Publication): boolean {
  const isUncertain = state === 'held' && ['cannot-tell', 'took-too-long'].includes(heldBecause ?? '')
  return publishedAt !== null || mayBeSeen.includes(state) || isUncertain
}

/** What is up counts before what is planned, and a cancelled one not at all. */
function standing(posts: readonly Publication[], { id }: ChannelRow): Publication | undefined {
  const own = posts.filter(({ channel, state }) => channel === id && state !== 'cancelled')
  return own.find(isUp) ?? own[0]
}

function isUp({ state }: Publication): boolean {
  return state === 'published'
}

export function isPutRight(row: CorrectionRow, { wrong, right }: Place): boolean {
  return (right !== undefined && isUp(right)) || isByHand(row, wrong)
}

/** Of an item that is corrected once more, an earlier word of a person says nothing. */
export function isByHand({ since }: CorrectionRow, { correctedAt }: Publication): boolean {
  return correctedAt instanceof Date && correctedAt >= since
}

function describe(row: CorrectionRow, place: Place): CorrectionPlace {
  const { channel, wrong, right } = place
  const { label, platform } = channelOf(channel.platform)
  const isDone = isPutRight(row, place)
  const because = isDone || right ? null : whyByHand(channel)
  return {
    channel: { id: channel.id, name: channel.name, url: channel.url },
    platform,
    label,
    wrong: { publication: wrong.id, state: wrong.state, url: wrong.remoteUrl },
    correction: right ? { publication: right.id, state: right.state, url: right.remoteUrl } : null,
    result: resultOf(isDone, because),
    message: because,
    url: right?.remoteUrl ?? (wrong['correctedUrl'] as string | null) ?? null,
  }
}

function resultOf(isDone: boolean, because: string | null): CorrectionResult {
  if (isDone) return 'done'
  return because ? 'by-hand' : 'owed'
}
