/**
 * A broadcast of the article just shown. Zalo knows no key by which it could be repeated safely and no list in which it
 * could be found: it is armed by itself, a lost answer is for a person, and an answered one is never sent again.
 */
import { z } from 'zod'
import { ARMED, ChannelError, type Call, type Draft, type Published } from '../../contract'
import { readQuota, sendBroadcast } from '../api/messages'
import { NIGHT_BAN, SEND_FAILED } from '../meanings'
import type { ZaloPost } from '../options'
import { resolveArticles } from './content'
import { BROADCAST, BROADCAST_READY, BROADCAST_REFUSED, broadcastState, countBroadcasts, recall } from './memory'
import { refuseNight } from './night'
import { isRefusal, QUOTA_SPENT, withRefusal, withReview } from './remarks'

export type Plan = { target: Record<string, string>; companions: string[] }

/** Before anything is visible: by day, and with companions that exist. Null when nothing is broadcast. */
export async function planBroadcast({ post }: Draft<ZaloPost>, call: Call): Promise<Plan | null> {
  if (!post.broadcast) return null
  const { target, also } = post.broadcast
  if (isUndecided(call)) refuseNight(call)
  return { target, companions: await companionsOf(call, also) }
}

function isUndecided(call: Call): boolean {
  const { kind } = broadcastState(call)
  return kind === 'none' || kind === 'open'
}

const ready = z.object({ also: z.array(z.string()), companions: z.array(z.string()) })

async function companionsOf(call: Call, also: string[]): Promise<string[]> {
  if (also.length === 0) return []
  const known = recall(call, BROADCAST_READY, ready)
  if (known && known.value.also.join('\n') === also.join('\n')) return known.value.companions
  const companions = await resolveArticles(call, also)
  await call.checkpoint(BROADCAST_READY, { also, companions })
  return companions
}

type Ready = Plan & { published: Published }

export async function broadcastOnce(call: Call, { published, ...plan }: Ready): Promise<Published> {
  const state = broadcastState(call)
  if (state.kind === 'answered') return withReview(published)
  if (state.kind === 'refused') return withRefusal(published, state.code)
  refuseNight(call)
  if (await isQuotaSpent(call)) return withRefusal(published, QUOTA_SPENT)
  await call.checkpoint(ARMED, { article: published.remoteId, broadcast: true })
  return send(call, { published, ...plan })
}

async function send(call: Call, { published, target, companions }: Ready): Promise<Published> {
  const articles = [published.remoteId, ...companions.filter((id) => id !== published.remoteId)]
  try {
    const message = await sendBroadcast(call, { target, articles })
    await call.checkpoint(BROADCAST, { message })
    return withReview(published)
  } catch (error) {
    return answerRefusal(call, { published, error })
  }
}

/** The article is live: what Zalo refuses for certain is a remark of a published post, everything else is still open. */
async function answerRefusal(call: Call, { published, error }: { published: Published; error: unknown }) {
  if (!(error instanceof ChannelError)) throw error
  if (error.code === NIGHT_BAN) refuseNight(call, error)
  const isLast = error.code === SEND_FAILED && countBroadcasts(call) > 1
  if (!isRefusal(error) && !isLast) throw error
  await call.checkpoint(BROADCAST_REFUSED, { code: error.code })
  return withRefusal(published, error.code)
}

/** A quota that cannot be read stops nothing: Zalo's own answer will tell. */
async function isQuotaSpent(call: Call): Promise<boolean> {
  try {
    return (await readQuota(call)).remain === 0
  } catch (error) {
    if (!(error instanceof ChannelError) || error.kind === 'unauthorized') throw error
    call.log.warn({ code: error.code }, 'zalo broadcast quota unknown')
    return false
  }
}
