/** A film is live only when Facebook says so. */
import { ChannelError, type Call, type Json, type Processing, type Published } from '../../contract'
import { readFilm, stateOf, type FilmNode } from '../api/films'
import { urlOf } from '../api/posts'
import { whyFilmFailed } from '../failures'
import { ticketSchema, toTicket, type Ticket } from '../publish/uploads'

/** A film is not to be read everywhere in the first minutes. */
const UNSEEN_SECONDS = 300

export async function follow(given: Json, call: Call): Promise<Published | Processing> {
  const ticket = ticketSchema.parse(given)
  const node = await readFilm(call, ticket.film)
  if (!node) return waitForSight(call, ticket)
  const state = stateOf(node)
  if (state.is === 'live') return toPublished(call, { node, ticket })
  if (state.is !== 'failed') return toTicket(call, ticket)
  throw new ChannelError('rejected', whyFilmFailed(state.code), { code: `film-${state.code ?? 'failed'}` })
}

function waitForSight(call: Call, ticket: Ticket): Processing {
  const elapsed = (call.now().getTime() - Date.parse(ticket.since)) / 1000
  if (elapsed < UNSEEN_SECONDS) return toTicket(call, ticket)
  throw new ChannelError('rejected', 'Video không còn trên Facebook; có thể đã bị xóa khi đang xử lý.', {
    code: 'film-gone',
  })
}

type Seen = { node: FilmNode; ticket: Pick<Ticket, 'film' | 'as'> }

/** The post carries the comments and numbers and is what webhooks name; where Facebook tells none, the film stands for it. */
export function toPublished(call: Call, { node, ticket: { film, as } }: Seen): Published {
  const fallback = as === 'reel' ? `/reel/${film}` : `/${call.account}/videos/${film}`
  return {
    outcome: 'published',
    remoteId: postOf(call, node) ?? film,
    url: urlOf(call, { id: film, permalink_url: node.permalink_url || fallback }),
    publishedAt: new Date(node.created_time ?? call.now()),
  }
}

/** Seen with the Page's id before it and without. */
export function postOf({ account }: Call, { post_id: post }: Pick<FilmNode, 'post_id'>): string | null {
  if (!post) return null
  return post.includes('_') ? post : `${account}_${post}`
}
