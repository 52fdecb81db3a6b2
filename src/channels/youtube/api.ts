/**
 * Calls of the YouTube Data API. From Google's client only the types are taken, which check every parameter name: the
 * client itself repeats a GET, PUT or DELETE three times, sends a 403 twice to renew the token behind our back, and has
 * no resumable upload, all of which breaks "the HTTP client never retries a mutation".
 */
import type { youtube_v3 } from '@googleapis/youtube'
import { z, type ZodType } from 'zod'
import type { HttpRequest } from '../../platform/http/contract'
import type { Call } from '../contract'
import { exchange } from '../contract/exchange'
import { failureOf } from './failures'
import { credentials } from './options'

type Question<Answer> = {
  method: HttpRequest['method']
  path: string
  query: Record<string, string>
  schema: ZodType<Answer>
}

type Query<Parameters> = Partial<Record<Exclude<keyof Parameters, 'auth'>, string>>

function ask<Answer>(call: Call, { method, path, query, schema }: Question<Answer>): Promise<Answer> {
  const url = `${call.addresses['api']}/youtube/v3/${path}?${new URLSearchParams(query)}`
  const failure: Parameters<typeof exchange<Answer>>[1]['failure'] = (answer) =>
    failureOf(answer, { irreversible: false, now: call.now() })
  return exchange(call, { request: { method, url, headers: authorize(call) }, irreversible: false, schema, failure })
}

export function authorize(call: Call): Record<string, string> {
  return { authorization: `Bearer ${credentials.parse(call.credentials).accessToken}` }
}

/** Counters are strings of digits; a hidden one is absent. */
const counter = z.string().nullish()

const video = z.object({
  id: z.string(),
  snippet: z.object({ publishedAt: z.string().nullish() }).nullish(),
  status: z
    .object({
      uploadStatus: z.string().nullish(),
      failureReason: z.string().nullish(),
      rejectionReason: z.string().nullish(),
      privacyStatus: z.string().nullish(),
    })
    .nullish(),
  statistics: z.object({ viewCount: counter, likeCount: counter, commentCount: counter }).nullish(),
})

export type Video = z.infer<typeof video>

/** At most fifty; what is gone is left out of the answer. */
export async function listVideos(call: Call, { ids, part }: { ids: string[]; part: string }): Promise<Video[]> {
  const query = { part, id: ids.join(',') } satisfies Query<youtube_v3.Params$Resource$Videos$List>
  const { items } = await ask(call, {
    method: 'GET',
    path: 'videos',
    query,
    schema: z.object({ items: z.array(video).nullish() }),
  })
  return items ?? []
}

/** Repeatable: deleting what is gone changes nothing, so a lost answer is no unknown outcome. */
export async function deleteVideo(call: Call, id: string): Promise<void> {
  const query = { id } satisfies Query<youtube_v3.Params$Resource$Videos$Delete>
  await ask(call, { method: 'DELETE', path: 'videos', query, schema: z.unknown() })
}

const ownChannel = z
  .object({
    id: z.string(),
    snippet: z.object({ title: z.string() }),
    contentDetails: z.object({ relatedPlaylists: z.object({ uploads: z.string() }) }),
    statistics: z.object({ subscriberCount: counter, hiddenSubscriberCount: z.boolean().nullish() }).nullish(),
  })
  .transform(({ id, snippet, contentDetails, statistics }) => ({
    id,
    title: snippet.title,
    uploads: contentDetails.relatedPlaylists.uploads,
    subscribers: statistics?.hiddenSubscriberCount ? null : statistics?.subscriberCount,
  }))

export type OwnChannel = z.infer<typeof ownChannel>

export async function readOwnChannel(call: Call): Promise<OwnChannel | null> {
  const query = {
    part: 'snippet,contentDetails,statistics',
    mine: 'true',
  } satisfies Query<youtube_v3.Params$Resource$Channels$List>
  const schema = z.object({ items: z.array(ownChannel).nullish() })
  const { items } = await ask(call, { method: 'GET', path: 'channels', query, schema })
  return items?.find(({ id }) => id === call.account) ?? items?.[0] ?? null
}

const upload = z
  .object({
    snippet: z.object({ publishedAt: z.string().nullish(), description: z.string().nullish() }),
    contentDetails: z.object({ videoId: z.string() }),
  })
  .transform(({ snippet, contentDetails }) => ({
    video: contentDetails.videoId,
    description: (snippet.description ?? '').normalize('NFC'),
    addedAt: Date.parse(snippet.publishedAt ?? ''),
  }))

const uploads = z.object({ nextPageToken: z.string().nullish(), items: z.array(upload) })

export type Uploads = z.infer<typeof uploads>

/** Newest first. */
export function listUploads(
  call: Call,
  { playlist, page }: { playlist: string; page: string | null },
): Promise<Uploads> {
  const query = {
    part: 'snippet,contentDetails',
    playlistId: playlist,
    maxResults: '50',
    ...(page === null ? {} : { pageToken: page }),
  } satisfies Query<youtube_v3.Params$Resource$Playlistitems$List>
  return ask(call, { method: 'GET', path: 'playlistItems', query, schema: uploads })
}
