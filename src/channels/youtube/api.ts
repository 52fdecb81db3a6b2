/**
 * Calls of the YouTube Data API. From Google's client only the types are taken, which check every parameter name: the
 * client itself repeats a GET, PUT or DELETE three times, sends a 403 twice to renew the token behind our back, and has
 * no resumable upload, all of which breaks "the HTTP client never retries a mutation".
 */
import type { youtube_v3 } from '@googleapis/youtube'
import { z, type ZodType } from 'zod'
import type { HttpRequest } from '../../platform/http/contract'
import { ChannelError, type Call } from '../contract'
import { exchange } from '../contract/exchange'
import { decideFailure } from './failures'
import { COSTS } from './limits'
import { credentials } from './options'
import { type Bucket, emptyQuota, takeQuota } from './quota'

type Question<Answer> = {
  method: HttpRequest['method']
  /** Whole, from the base address on. */
  path: string
  query: Record<string, string>
  cost: number
  bucket?: Bucket
  headers?: Record<string, string>
  body?: HttpRequest['body']
  timeout?: number
  /** False where the same request again changes nothing more. */
  irreversible?: boolean
  schema: ZodType<Answer>
}

export type Query<Parameters> = Partial<Record<Exclude<keyof Parameters, 'auth'>, string>>

/** The price is taken from the ledger first; nothing is sent when it is not there. */
export async function ask<Answer>(call: Call, question: Question<Answer>): Promise<Answer> {
  const { method, path, query, cost, bucket = 'units', headers, body, timeout, irreversible = false, schema } = question
  await takeQuota(call, bucket, cost)
  const url = `${call.addresses['api']}${path}?${new URLSearchParams(query)}`
  const request: HttpRequest = { method, url, headers: { ...authorize(call), ...headers } }
  if (body !== undefined) request.body = body
  if (timeout !== undefined) request.timeout = timeout
  try {
    return await exchange(call, { request, irreversible, schema, failure: decideFailure(call, irreversible) })
  } catch (error) {
    if (error instanceof ChannelError && error.code === 'quotaExceeded') await emptyQuota(call, bucket)
    throw error
  }
}

export function authorize(call: Call): Record<string, string> {
  return { authorization: `Bearer ${credentials.parse(call.credentials).accessToken}` }
}

export const JSON_BODY = { 'content-type': 'application/json; charset=UTF-8' }

const word = z.string().nullish()

/** A part that does not come is a part with nothing in it. */
function part<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.preprocess((told) => told ?? {}, z.object(shape))
}

const video = z.object({
  id: z.string(),
  snippet: part({ publishedAt: word }),
  status: part({
    uploadStatus: word,
    failureReason: word,
    rejectionReason: word,
    privacyStatus: word,
    publishAt: word,
  }),
  processingDetails: part({ processingStatus: word, processingFailureReason: word }),
})

export type Video = z.infer<typeof video>

/** Null when it is gone. */
export async function readVideo(call: Call, id: string): Promise<Video | null> {
  const query = { part: 'snippet,status,processingDetails', id } satisfies Query<youtube_v3.Params$Resource$Videos$List>
  const schema = z.object({ items: z.array(video).nullish() })
  const { items } = await ask(call, { method: 'GET', path: '/youtube/v3/videos', query, cost: COSTS.list, schema })
  return items?.[0] ?? null
}

/** Repeatable: deleting what is gone changes nothing, so a lost answer is no unknown outcome. */
export async function deleteVideo(call: Call, id: string): Promise<void> {
  const query = { id } satisfies Query<youtube_v3.Params$Resource$Videos$Delete>
  await ask(call, { method: 'DELETE', path: '/youtube/v3/videos', query, cost: COSTS.write, schema: z.unknown() })
}

const ownChannel = z
  .object({
    id: z.string(),
    snippet: z.object({ title: z.string(), customUrl: word, thumbnails: part({ default: part({ url: word }) }) }),
    contentDetails: z.object({ relatedPlaylists: z.object({ uploads: z.string() }) }),
    /** Counters are strings of digits; a hidden one is absent or 0 with the mark beside it. */
    statistics: part({ subscriberCount: word, hiddenSubscriberCount: z.boolean().nullish() }),
    status: part({ longUploadsStatus: word }),
  })
  .transform(({ id, snippet, contentDetails, statistics, status }) => ({
    id,
    title: snippet.title,
    handle: snippet.customUrl ?? null,
    picture: snippet.thumbnails.default?.url ?? null,
    uploads: contentDetails.relatedPlaylists.uploads,
    subscribers: statistics.hiddenSubscriberCount ? null : readCounter(statistics.subscriberCount),
    longUploads: status.longUploadsStatus ?? null,
  }))

export type OwnChannel = z.infer<typeof ownChannel>

export function readCounter(counter: string | null | undefined): number | null {
  return counter && /^\d+$/.test(counter) ? Number(counter) : null
}

/** Of the account that signed in: one, or none. */
export async function listOwnChannels(call: Call): Promise<OwnChannel[]> {
  const query = {
    part: 'snippet,contentDetails,statistics,status',
    mine: 'true',
  } satisfies Query<youtube_v3.Params$Resource$Channels$List>
  const schema = z.object({ items: z.array(ownChannel).nullish() })
  const { items } = await ask(call, { method: 'GET', path: '/youtube/v3/channels', query, cost: COSTS.list, schema })
  return items ?? []
}

export async function readOwnChannel(call: Call): Promise<OwnChannel | null> {
  const channels = await listOwnChannels(call)
  return channels.find(({ id }) => id === call.account) ?? channels[0] ?? null
}

const entry = z
  .object({
    snippet: z.object({ publishedAt: z.string().nullish(), description: z.string().nullish() }),
    contentDetails: z.object({ videoId: z.string() }),
  })
  .transform(({ snippet, contentDetails }) => ({
    video: contentDetails.videoId,
    description: (snippet.description ?? '').normalize('NFC'),
    addedAt: Date.parse(snippet.publishedAt ?? ''),
  }))

const entries = z.object({ nextPageToken: z.string().nullish(), items: z.array(entry).nullish() })

export type Entries = z.infer<typeof entries>

type Place = { playlist: string; page?: string | null; video?: string }

/** Of the uploads: newest first. With a video only the entries that hold it. */
export function listPlaylist(call: Call, { playlist, page = null, video: videoId }: Place): Promise<Entries> {
  const query = {
    part: 'snippet,contentDetails',
    playlistId: playlist,
    maxResults: '50',
    ...(page === null ? {} : { pageToken: page }),
    ...(videoId === undefined ? {} : { videoId }),
  } satisfies Query<youtube_v3.Params$Resource$Playlistitems$List>
  return ask(call, { method: 'GET', path: '/youtube/v3/playlistItems', query, cost: COSTS.list, schema: entries })
}
