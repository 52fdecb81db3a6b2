/** `videos.update` replaces every property of the parts it names: what is live is read, changed and sent back whole. */
import type { youtube_v3 } from '@googleapis/youtube'
import { z } from 'zod'
import { ChannelError, type Call, type Draft, type Live } from '../../contract'
import { ask, JSON_BODY, type Query } from '../api'
import { perform, remarkOf } from '../finish'
import { COSTS } from '../limits'
import type { YoutubePost } from '../options'
import { toVideo } from './session'
import { openTicket } from './ticket'

/** @throws ChannelError `rejected` when the video is gone, or when only its text could be changed */
export async function update({ remoteId }: Live, draft: Draft<YoutubePost>, call: Call): Promise<void> {
  const present = await readParts(call, remoteId)
  const { snippet, status } = toVideo(draft.post, call.now())
  // `localized` repeats the old text; an hour that is done with would be refused.
  const { localized: _old, ...said } = present.snippet
  const { publishAt: _past, ...standing } = present.status
  const body = { id: remoteId, snippet: { ...said, ...snippet }, status: { ...standing, ...status } }
  await ask(call, {
    method: 'PUT',
    path: '/youtube/v3/videos',
    query: { part: 'snippet,status' } satisfies Query<youtube_v3.Params$Resource$Videos$Update>,
    headers: JSON_BODY,
    body: JSON.stringify(body),
    cost: COSTS.write,
    schema: z.unknown(),
  })
  await updateRest(call, { draft, video: remoteId })
}

const parts = z.object({ snippet: z.looseObject({}), status: z.looseObject({}) })

/** Loose, unlike other answers: a property that we do not know must survive too. */
async function readParts(call: Call, id: string): Promise<z.infer<typeof parts>> {
  const query = { part: 'snippet,status', id } satisfies Query<youtube_v3.Params$Resource$Videos$List>
  const schema = z.object({ items: z.array(parts).nullish() })
  const { items } = await ask(call, { method: 'GET', path: '/youtube/v3/videos', query, cost: COSTS.list, schema })
  const [present] = items ?? []
  if (present) return present
  throw new ChannelError('rejected', 'Video không còn trên YouTube nên không sửa được.', { code: 'videoNotFound' })
}

/** Picture, captions and list as the draft has them now; what fails is said after everything was tried. */
async function updateRest(call: Call, { draft, video }: { draft: Draft<YoutubePost>; video: string }): Promise<void> {
  const remarks: string[] = []
  for (const step of openTicket(draft, { video, now: call.now() }).steps) {
    const failure = await perform(call, { step, video }).then(() => null, channelErrorOf)
    if (failure) remarks.push(remarkOf(step, failure).message)
  }
  if (remarks.length === 0) return
  throw new ChannelError('rejected', `Đã sửa chữ của video. ${remarks.join(' ')}`, { code: 'update-incomplete' })
}

function channelErrorOf(cause: unknown): ChannelError {
  if (cause instanceof ChannelError) return cause
  throw cause
}
