import type { Desk } from '../../contract'
import { tellAboutPost } from '../public/changes'
import { savePost, type Post } from '../state'
import { getFilm, saveFilm } from '../state/films'

/** With the film that stands in it. */
export function removePost(desk: Desk, post: Post): void {
  const removed: Post = { ...post, state: 'removed' }
  savePost(desk, removed)
  const film = post.film === null ? undefined : getFilm(desk, post.film)
  if (film) saveFilm(desk, { ...film, isDeleted: true })
  tellAboutPost(desk, removed, 'remove')
}
