/**
 * Hidden first, then shown, then broadcast. `create` makes an article nobody sees; its id is written down before anything
 * is visible. Each handle is checkpointed, and an attempt goes on where the one before it stopped.
 */
import { z } from 'zod'
import type { Call, Draft, Json, Processing, Published } from '../../contract'
import { readDetail } from '../api/articles'
import { toPublished } from '../find'
import { LOOK_AGAIN_SECONDS } from '../limits'
import type { ZaloPost } from '../options'
import { broadcastOnce, planBroadcast } from './broadcast'
import { isTooLong, notYet, tookTooLong, verifyOnce } from './patience'
import { recallShowing, showArticle } from './showing'

export async function publish(draft: Draft<ZaloPost>, call: Call): Promise<Published | Processing> {
  const plan = await planBroadcast(draft, call)
  if (plan === null) return publishAlone(draft, call)
  const { article, token, at } = (await recallShowing(draft, call)) ?? (await showArticle(draft, call, true))
  // Following may change nothing, and a broadcast is still to come: the post waits, and the next attempt goes on.
  if (token !== null) throw isTooLong(call, at) ? tookTooLong('bài') : notYet('bài')
  return broadcastOnce(call, { ...plan, published: await toPublished(call, { article, publishedAt: at }) })
}

async function publishAlone(draft: Draft<ZaloPost>, call: Call): Promise<Published | Processing> {
  const { article, token, at } = await showArticle(draft, call, false)
  return token === null ? toPublished(call, { article, publishedAt: at }) : processing({ article, token })
}

/** Read-only: `verify` asks how the update stands, `getdetail` whether readers see it. */
export async function follow(ticket: Json, call: Call): Promise<Published | Processing> {
  const handles = ticketSchema.parse(ticket)
  if ((await verifyOnce(call, handles.token)) === null) return processing(handles)
  const { status } = await readDetail(call, handles.article)
  return status === 'show'
    ? toPublished(call, { article: handles.article, publishedAt: call.now() })
    : processing(handles)
}

const ticketSchema = z.object({ article: z.string(), token: z.string() })

function processing(ticket: z.infer<typeof ticketSchema>): Processing {
  return { outcome: 'processing', ticket, lookAgainIn: LOOK_AGAIN_SECONDS }
}
