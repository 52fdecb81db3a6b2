/** The hidden article: made once, found again when the answer was lost, reused by every later attempt. */
import { z } from 'zod'
import type { Call, Draft } from '../../contract'
import { createHidden, remove, type Content } from '../api/articles'
import { readDetailIfThere, searchArticle } from '../find'
import type { ZaloPost } from '../options'
import { CREATED, CREATING, GIVEN_UP, HIDDEN, placeOf, recall, type Memory } from './memory'
import { isTooLong, notYet, tookTooLong, verifyPatiently } from './patience'
import { forgetUpload } from './video'

const WHAT = 'bài (chưa hiện)'

/** Attempts before there were video articles noted no type. */
const handle = z.object({ value: z.string(), type: z.enum(['normal', 'video']).default('normal') })
type Handle = Memory<z.infer<typeof handle>>

export async function ensureArticle(draft: Draft<ZaloPost>, content: Content, call: Call): Promise<string> {
  const known = await knownArticle(call, draft.post.type)
  if (known !== null) return known
  const article = (await findLost(draft, call)) ?? (await verifyCreated(call, await ensureToken(content, call)))
  await call.checkpoint(HIDDEN, { value: article, type: draft.post.type })
  return article
}

/** Of an earlier attempt, if Zalo still has it. An article cannot become a video article: the old one goes. */
async function knownArticle(call: Call, type: ZaloPost['type']): Promise<string | null> {
  const hidden = recall(call, HIDDEN, handle)
  if (!hidden || (await readDetailIfThere(call, hidden.value.value)) === null) return null
  if (hidden.value.type === type) return hidden.value.value
  await remove(call, hidden.value.value)
  return null
}

/** A `create` whose answer was lost may have left a hidden article; taking it avoids a second one in the OA's list. */
async function findLost({ post, marker }: Draft<ZaloPost>, call: Call): Promise<string | null> {
  const started = recall(call, CREATING, z.unknown())
  const isOpen = started && started.place > placeOf(call, CREATED)
  if (!started || !(isOpen || placeOf(call, GIVEN_UP) > placeOf(call, HIDDEN))) return null
  const found = await searchArticle(call, { title: post.title, marker, since: started.at })
  return typeof found === 'object' ? found.id : null
}

async function ensureToken(content: Content, call: Call): Promise<Handle> {
  const known = recall(call, CREATED, handle)
  const isUnused = known !== null && known.place > Math.max(placeOf(call, HIDDEN), placeOf(call, GIVEN_UP))
  if (isUnused && known.value.type === content.post.type) return known
  await call.checkpoint(CREATING, {})
  const token = await createHidden(call, content).catch((error: unknown) => forgetUpload(call, error))
  const value = { value: token, type: content.post.type }
  await call.checkpoint(CREATED, value)
  return { value, at: call.now(), place: call.checkpoints.length }
}

async function verifyCreated(call: Call, { value: { value: token }, at }: Handle): Promise<string> {
  const article = await verifyPatiently(call, token)
  if (article !== null) return article
  if (!isTooLong(call, at)) throw notYet(WHAT)
  await call.checkpoint(GIVEN_UP)
  throw tookTooLong(WHAT)
}
