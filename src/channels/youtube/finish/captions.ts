/** Captions beside the video: added, or put in the place of those of the same language and name. */
import type { youtube_v3 } from '@googleapis/youtube'
import { z } from 'zod'
import { ChannelError, type Call, type DraftMedia } from '../../contract'
import { ask, type Query } from '../api'
import { COSTS } from '../limits'
import { multipart } from './multipart'

const PATH = '/upload/youtube/v3/captions'
const TIMEOUT = 300_000

type Track = { video: string; media: DraftMedia }

/** Repeatable: an answer that was lost leaves captions that the next time are replaced by themselves. */
export async function putCaptions(call: Call, track: Track): Promise<void> {
  try {
    await insert(call, track)
  } catch (error) {
    if (!(error instanceof ChannelError && error.code === 'captionExists')) throw error
    await replace(call, track, error)
  }
}

async function insert(call: Call, { video, media }: Track): Promise<void> {
  const { language, name } = nameOf(media)
  const snippet = { videoId: video, language, name, isDraft: false } satisfies youtube_v3.Schema$CaptionSnippet
  const query = { part: 'snippet' } satisfies Query<youtube_v3.Params$Resource$Captions$Insert>
  const form = multipart({ resource: { snippet }, media, stream: await call.open(media) })
  await ask(call, {
    method: 'POST',
    path: PATH,
    query: { ...query, uploadType: 'multipart' },
    ...form,
    timeout: TIMEOUT,
    cost: COSTS.captionsInsert,
    schema: z.unknown(),
  })
}

async function replace(call: Call, { video, media }: Track, because: ChannelError): Promise<void> {
  const { language, name } = nameOf(media)
  const tracks = await listTracks(call, video)
  const track = tracks.find(({ snippet }) => snippet.language === language && (snippet.name ?? '') === name)
  if (!track) throw because
  const query = { part: 'snippet' } satisfies Query<youtube_v3.Params$Resource$Captions$Update>
  const resource = { id: track.id, snippet: { isDraft: false } } satisfies youtube_v3.Schema$Caption
  const form = multipart({ resource, media, stream: await call.open(media) })
  await ask(call, {
    method: 'PUT',
    path: PATH,
    query: { ...query, uploadType: 'multipart' },
    ...form,
    timeout: TIMEOUT,
    cost: COSTS.captionsUpdate,
    schema: z.unknown(),
  })
}

const tracks = z.object({
  items: z
    .array(z.object({ id: z.string(), snippet: z.object({ language: z.string(), name: z.string().nullish() }) }))
    .nullish(),
})

async function listTracks(call: Call, video: string) {
  const query = { part: 'id,snippet', videoId: video } satisfies Query<youtube_v3.Params$Resource$Captions$List>
  const path = '/youtube/v3/captions'
  const { items } = await ask(call, { method: 'GET', path, query, cost: COSTS.captionsList, schema: tracks })
  return items ?? []
}

/** What viewers choose by. */
const NAMES: Readonly<Record<string, string>> = { vi: 'Tiếng Việt', en: 'English' }

function nameOf({ language = 'vi' }: DraftMedia): { language: string; name: string } {
  return { language, name: NAMES[language] ?? language }
}
