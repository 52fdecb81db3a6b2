/** A film whose bytes are all there becomes a post, which is seen when the film has been processed. */
import type { Desk } from '../../contract'
import { nextPostId, savePost } from '../state'
import { bytesOf, saveFilm, type Film } from '../state/films'

/** What the platform says of a file that is no film. */
const BAD_FILE = 6000

export async function finishFilm(desk: Desk, film: Film, words: { title: string; description: string }): Promise<Film> {
  const bytes = bytesOf(desk, film)
  const isFilm = Buffer.from(bytes.head(12).subarray(4, 8)).toString('latin1') === 'ftyp'
  const ordered = desk.knob('facebook', 'filmFailure', 0)
  const post = nextPostId(desk, film.page)
  const now = desk.now().toISOString()
  const file = await bytes.keep('video/mp4')
  const failure = isFilm ? ordered || null : BAD_FILE
  const finished: Film = { ...film, ...words, file, post, failure, finishedAt: now }
  saveFilm(desk, finished)
  savePost(desk, {
    id: post,
    page: film.page,
    message: words.description,
    link: null,
    photos: [],
    film: film.id,
    createdAt: now,
    updatedAt: now,
    scheduledFor: null,
    state: 'visible',
  })
  desk.log({
    platform: 'facebook',
    call: film.as === 'reel' ? 'reels.finish' : 'videos.finish',
    account: film.page,
    id: film.id,
    text: words.description,
    title: words.title,
    file,
    post,
  })
  return finished
}
