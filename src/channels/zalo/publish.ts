/**
 * Hidden first, then shown. `create` makes an article nobody sees; once its id is known and written down, showing it is an
 * update of that one article, so however often it is repeated there is at most one visible post. Each handle is
 * checkpointed, and an attempt goes on where the one before it stopped.
 */
import { setTimeout } from 'node:timers/promises'
import { z } from 'zod'
import { ARMED, ChannelError, type Call, type Draft, type Json, type Processing, type Published } from '../contract'
import { createHidden, readDetail, show, verify } from './api'
import { STILL_PROCESSING } from './failures'
import { readDetailIfThere, searchArticle, toPublished } from './find'
import { LOOK_AGAIN_SECONDS, VERIFY_WAITS_MS } from './limits'
import type { ZaloPost } from './options'

const CREATING = 'creating'
const CREATED = 'created'
const HIDDEN = 'hidden'

export async function publish(draft: Draft<ZaloPost>, call: Call): Promise<Published | Processing> {
  const article = (await knownArticle(call)) ?? (await makeArticle(draft, call))
  await call.checkpoint(ARMED, { article })
  const token = await show(call, { article, post: draft.post })
  const shown = await verifyPatiently(call, token).catch(onlyRefusals)
  if (shown !== null) return toPublished(call, { article, publishedAt: call.now() })
  return processing({ article, token })
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

/** The update was accepted: a look that fails afterwards leaves it to `follow`; only a refusal of the content ends it. */
function onlyRefusals(error: unknown): null {
  if (error instanceof ChannelError && error.kind !== 'rejected') return null
  throw error
}

/** Of an earlier attempt, if Zalo still has it. */
async function knownArticle(call: Call): Promise<string | null> {
  const article = lastOf(call, HIDDEN)
  if (article === null) return null
  return (await readDetailIfThere(call, article)) === null ? null : article
}

async function makeArticle(draft: Draft<ZaloPost>, call: Call): Promise<string> {
  const article = (await findLost(draft, call)) ?? (await verifyCreated(call, await ensureToken(draft, call)))
  await call.checkpoint(HIDDEN, { value: article })
  return article
}

/** A `create` whose answer was lost may have left a hidden article; taking it avoids a second one in the OA's list. */
async function findLost({ post, marker }: Draft<ZaloPost>, call: Call): Promise<string | null> {
  const started = call.checkpoints.find(({ step }) => step === CREATING)
  if (!started || lastOf(call, CREATED) !== null) return null
  const found = await searchArticle(call, { title: post.title, marker, since: new Date(started.at) })
  return typeof found === 'object' ? found.id : null
}

async function ensureToken(draft: Draft<ZaloPost>, call: Call): Promise<string> {
  const known = lastOf(call, CREATED)
  if (known !== null && lastOf(call, HIDDEN) === null) return known
  await call.checkpoint(CREATING, {})
  const token = await createHidden(call, draft.post)
  await call.checkpoint(CREATED, { value: token })
  return token
}

async function verifyCreated(call: Call, token: string): Promise<string> {
  const article = await verifyPatiently(call, token)
  if (article !== null) return article
  throw new ChannelError('unavailable', 'Zalo đang xử lý bài (chưa hiện); hệ thống sẽ tự làm tiếp.', {
    code: STILL_PROCESSING,
  })
}

/** The article's id, or null when Zalo is still at work after all waits or the process has to stop. */
async function verifyPatiently(call: Call, token: string): Promise<string | null> {
  for (const wait of [0, ...VERIFY_WAITS_MS]) {
    await pause(wait, call.signal)
    const article = call.signal.aborted ? null : await verifyOnce(call, token)
    if (article !== null || call.signal.aborted) return article
  }
  return null
}

/** Ends early when the call is stopped. */
async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  if (milliseconds > 0) await setTimeout(milliseconds, undefined, { signal }).catch(() => undefined)
}

async function verifyOnce(call: Call, token: string): Promise<string | null> {
  try {
    return await verify(call, token)
  } catch (error) {
    if (error instanceof ChannelError && error.code === STILL_PROCESSING) return null
    throw error
  }
}

const handle = z.object({ value: z.string() })

function lastOf(call: Call, wanted: string): string | null {
  const found = call.checkpoints.findLast(({ step }) => step === wanted)
  return found ? handle.parse(found.data).value : null
}
