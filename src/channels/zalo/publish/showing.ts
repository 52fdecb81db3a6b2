/** Showing is an update of the one article we know, so however often it is repeated there is at most one visible post. */
import { z } from 'zod'
import { ARMED, ChannelError, type Call, type Draft } from '../../contract'
import { show } from '../api/articles'
import { readDetailIfThere } from '../find'
import type { ZaloPost } from '../options'
import { ensureArticle } from './article'
import { contentOf } from './content'
import { digestOf, recall, recallArmedShow, SHOWING, SHOWN, type Memory } from './memory'
import { verifyPatiently } from './patience'
import { forgetUpload } from './video'

/** `token` is null once the showing is proven. */
export type Showing = { article: string; token: string | null; at: Date }

/** With `remember` each step is written down, because something comes after it (a broadcast). */
export async function showArticle(draft: Draft<ZaloPost>, call: Call, remember: boolean): Promise<Showing> {
  const content = await contentOf(draft, call)
  const article = await ensureArticle(draft, content, call)
  const digest = digestOf(draft)
  await call.checkpoint(ARMED, { article, digest })
  const token = await show(call, { article, content }).catch((error: unknown) => forgetUpload(call, error))
  if (remember) await call.checkpoint(SHOWING, { article, token, digest })
  const isShown = (await verifyPatiently(call, token).catch(onlyRefusals)) !== null
  if (remember && isShown) await call.checkpoint(SHOWN, { article, digest })
  return { article, token: isShown ? null : token, at: call.now() }
}

/** The update was accepted: a look that fails afterwards leaves it to a later one; only a refusal of the content ends it. */
function onlyRefusals(error: unknown): null {
  if (error instanceof ChannelError && error.kind !== 'rejected') return null
  throw error
}

const step = z.object({ article: z.string(), digest: z.string() })
const underway = step.extend({ token: z.string() })

/** What an earlier attempt showed of exactly this draft; null when it has to be shown (again). */
export async function recallShowing(draft: Draft<ZaloPost>, call: Call): Promise<Showing | null> {
  const armed = recallArmedShow(call)
  if (!armed || armed.value.digest !== digestOf(draft)) return null
  const { article } = armed.value
  const detail = await readDetailIfThere(call, article)
  if (detail === null) return null
  const isVisible = detail.status === 'show'
  const shown = recall(call, SHOWN, step)
  if (shown && shown.place > armed.place) return isVisible ? { article, token: null, at: shown.at } : null
  return proceed(call, { digest: digestOf(draft), article, armed, isVisible })
}

type Begun = { digest: string; article: string; armed: Memory<unknown>; isVisible: boolean }

/** Shown without proof: the token is asked, and where none was kept, the article itself. */
async function proceed(
  call: Call,
  { digest, article, armed: { at, place }, isVisible }: Begun,
): Promise<Showing | null> {
  const showing = recall(call, SHOWING, underway)
  const token = showing && showing.place > place ? showing.value.token : null
  if (token === null && !isVisible) return null
  const isOpen = token !== null && (await verifyPatiently(call, token).catch(onlyRefusals)) === null
  if (isOpen) return { article, token, at }
  await call.checkpoint(SHOWN, { article, digest })
  return { article, token: null, at }
}
