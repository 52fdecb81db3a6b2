/** Videos and reels: their bytes grow on disk, their state follows from the clock. */
import type { Desk, GrowingFile } from '../../contract'

export type Film = {
  id: string
  page: string
  as: 'video' | 'reel'
  session: string
  /** Announced by a video; a reel's comes with its bytes. */
  size: number
  title: string
  description: string
  startedAt: string
  finishedAt: string | null
  file: string | null
  post: string | null
  /** Why it could not be processed: a code of the platform. */
  failure: number | null
  isDeleted: boolean
  /** The webhook for its post has been sent. */
  isTold: boolean
}

const CREATED = 990_100_000_000_000

export function startFilm(desk: Desk, given: Pick<Film, 'page' | 'as' | 'size'>): Film {
  const id = String(CREATED + desk.next('facebook.film'))
  const film: Film = {
    ...given,
    id,
    session: String(2 * CREATED + desk.next('facebook.session')),
    title: '',
    description: '',
    startedAt: desk.now().toISOString(),
    finishedAt: null,
    file: null,
    post: null,
    failure: null,
    isDeleted: false,
    isTold: false,
  }
  saveFilm(desk, film)
  return film
}

/** Told by its first digits, so that a call can be named without looking anything up. */
export function isFilmId(id: string): boolean {
  return /^99\d{13}$/.test(id)
}

export function saveFilm(desk: Desk, film: Film): void {
  desk.records.put('facebook.films', film.id, film)
}

export function getFilm(desk: Desk, id: string): Film | undefined {
  const film = desk.records.get<Film>('facebook.films', id)
  return film?.isDeleted ? undefined : film
}

/** Newest first. */
export function listFilms(desk: Desk, page: string): Film[] {
  return desk.records
    .list<Film>('facebook.films')
    .filter((film) => film.page === page && !film.isDeleted)
    .toReversed()
}

export function bytesOf(desk: Desk, film: Film): GrowingFile {
  return desk.grow(`facebook.film.${film.id}`)
}

export function processingSeconds(desk: Desk): number {
  return desk.knob('facebook', 'processingSeconds', 20)
}

/** Seconds since it was finished, against the time that processing takes. */
export function progressOf(desk: Desk, film: Film): 'unfinished' | 'early' | 'late' | 'done' {
  if (!film.finishedAt) return 'unfinished'
  const seconds = (desk.now().getTime() - Date.parse(film.finishedAt)) / 1000
  const needed = processingSeconds(desk)
  if (seconds >= needed) return 'done'
  return seconds < needed / 2 ? 'early' : 'late'
}

export function isLive(desk: Desk, film: Film): boolean {
  return !film.isDeleted && film.failure === null && progressOf(desk, film) === 'done'
}
