/** What is to be seen at this moment: hidden posts whose hour has come, films that are processed, lists that lag. */
import type { Desk } from '../../contract'
import { tellAboutPost } from '../public/changes'
import { listPosts, type Post } from '../state'
import { getFilm, isLive, processingSeconds, saveFilm } from '../state/films'

export function stateOf(post: Post, desk: Desk): Post['state'] {
  if (post.state === 'removed') return 'removed'
  if (post.film !== null) return isFilmSeen(post.film, desk) ? post.state : 'hidden'
  const isDue = post.scheduledFor !== null && new Date(post.scheduledFor) <= desk.now()
  return isDue ? 'visible' : post.state
}

function isFilmSeen(id: string, desk: Desk): boolean {
  const film = getFilm(desk, id)
  return film !== undefined && isLive(desk, film)
}

/** Newest first; what came up less than the knob's seconds ago is not in the list yet. */
export function listSeen(desk: Desk, page: string): Post[] {
  tellAboutFilms(desk, page)
  const lag = desk.knob('facebook', 'listLagSeconds', 0) * 1000
  const isListed = (post: Post) => desk.now().getTime() - since(post, desk) >= lag
  return listPosts(desk, page).filter((post) => stateOf(post, desk) === 'visible' && isListed(post))
}

function since({ film, scheduledFor, createdAt }: Post, desk: Desk): number {
  const start = Date.parse(scheduledFor ?? createdAt)
  return film === null ? start : start + processingSeconds(desk) * 1000
}

/** The look-alike has no timer: the webhook goes out when somebody looks after the film has come up. */
export function tellAboutFilms(desk: Desk, page: string): void {
  for (const post of listPosts(desk, page)) {
    const film = post.film === null ? undefined : getFilm(desk, post.film)
    if (!film || film.isTold || stateOf(post, desk) !== 'visible') continue
    saveFilm(desk, { ...film, isTold: true })
    tellAboutPost(desk, post, 'add')
  }
}
