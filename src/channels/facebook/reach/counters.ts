/** Counters of a post or a film itself: they come without insights, so one must not spoil the other. */
import { z } from 'zod'
import type { Call } from '../../contract'
import { ask } from '../api'
import type { Amount } from './insights'

const summary = z.object({ summary: z.object({ total_count: z.number().nullish() }).nullish() }).nullish()

const ofPost = z.object({
  shares: z.object({ count: z.number().nullish() }).nullish(),
  reactions: summary,
  comments: summary,
})
const POST_FIELDS = 'shares,reactions.summary(total_count).limit(0),comments.summary(total_count).limit(0)'

export async function readPostCounters(call: Call, id: string) {
  const query = { fields: POST_FIELDS }
  const { reactions, comments, shares } = await ask(call, { method: 'GET', path: id, query, schema: ofPost })
  return {
    reactions: toAmount(reactions?.summary?.total_count),
    comments: toAmount(comments?.summary?.total_count),
    shares: toAmount(shares?.count),
  }
}

const ofFilm = z.object({
  post_id: z.string().nullish(),
  views: z.number().nullish(),
  likes: summary,
  comments: summary,
})
const FILM_FIELDS = 'post_id,views,likes.summary(total_count).limit(0),comments.summary(total_count).limit(0)'

/** With the post in which it stands, as far as Facebook names it by now. */
export async function readFilmCounters(call: Call, id: string) {
  const answer = await ask(call, { method: 'GET', path: id, query: { fields: FILM_FIELDS }, schema: ofFilm })
  return {
    post_id: answer.post_id,
    views: toAmount(answer.views),
    reactions: toAmount(answer.likes?.summary?.total_count),
    comments: toAmount(answer.comments?.summary?.total_count),
  }
}

export function toAmount(value: number | null | undefined): Amount {
  return typeof value === 'number' ? { value } : { value: null, because: 'Facebook không trả số này cho bài.' }
}
