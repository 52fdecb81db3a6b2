/** Settles a send that got no answer: a film by its own id, everything else in the Page's lists. */
import { ChannelError, type Call, type Processing, type Published, type SearchKey } from '../../contract'
import { readFilm, stateOf, type FilmNode } from '../api/films'
import { urlOf } from '../api/posts'
import { CLOCK_SKEW_SECONDS } from '../limits'
import { credentials, type FacebookPost, type Film } from '../options'
import { filmOf, recallUpload, toTicket } from '../publish/uploads'
import { toPublished } from './follow'
import { POSTS, REELS, SCHEDULED, searchList, VIDEOS, type ListedFilm, type ListedPost } from './lists'
import { isSame } from './same'

type Found = Published | Processing | 'absent' | 'cannot-tell'
type Key = SearchKey<FacebookPost>

export async function find(key: Key, call: Call): Promise<Found> {
  const { film } = key.draft.post
  return film ? findFilm(key, { call, film }) : findPost(key, call)
}

async function findPost(key: Key, call: Call): Promise<Found> {
  const isOurs = (post: ListedPost) => post.is_published !== false && isSame(seenIn(post), describe(key, call))
  const found = await searchList(call, { list: POSTS, oldest: oldestOf(key), isOurs })
  if (found === 'too-many') return 'cannot-tell'
  if (found !== 'absent')
    return { outcome: 'published', remoteId: found.id, url: urlOf(call, found), publishedAt: hourOf(found) }
  // We never schedule there: a post of ours that waits on the Page was moved by a person, who has to decide.
  const waiting = (post: ListedPost) => isSame(seenIn(post), describe(key, call))
  const scheduled = await searchList(call, { list: SCHEDULED, oldest: oldestOf(key), isOurs: waiting })
  return scheduled === 'absent' ? 'absent' : 'cannot-tell'

  function hourOf({ created_time: at }: ListedPost): Date {
    return at ? new Date(at) : call.now()
  }
}

async function findFilm(key: Key, { call, film }: { call: Call; film: Film }): Promise<Found> {
  const upload = recallUpload(call, filmOf(key.draft))
  const node = upload && (await readFilm(call, upload.film))
  if (upload && node) return judge(node, { call, key, film: upload.film })
  const list = film.as === 'reel' ? REELS : VIDEOS
  const isOurs = (one: ListedFilm) =>
    isSame({ text: one.description ?? '', addresses: [], application: null }, describe(key, call))
  const found = await searchList(call, { list, oldest: oldestOf(key), isOurs })
  if (found === 'too-many') return 'cannot-tell'
  if (found === 'absent') return findPost(key, call)
  return judge(found, { call, key, film: found.id })
}

type Judged = { call: Call; key: Key; film: string }

/** What is refused after all is told by `follow`, with the reason. */
function judge(node: FilmNode, { call, key, film }: Judged): Found {
  const as = key.draft.post.film?.as ?? 'video'
  const state = stateOf(node)
  if (state.is === 'live') return toPublished(call, { node, ticket: { film, as } })
  if (state.is === 'working' || state.is === 'failed')
    return toTicket(call, { film, as, since: key.armedAt.toISOString() })
  if (state.is === 'uploaded' && state.isBusy) throw busy()
  return 'absent'
}

/** Whether it was finished shows only when it has been looked through. */
function busy(): ChannelError {
  return new ChannelError('unavailable', 'Facebook đang xem qua video; hệ thống sẽ xem lại sau.', { code: 'film-busy' })
}

function describe({ draft }: Key, call: Call) {
  return { draft, appId: credentials.parse(call.credentials).appId }
}

function seenIn({ message, attachments, application }: ListedPost) {
  const addresses = attachments?.data.flatMap(({ url }) => url ?? []) ?? []
  return { text: message ?? '', addresses, application: application?.id ?? null }
}

function oldestOf({ armedAt }: Key): number {
  return armedAt.getTime() - CLOCK_SKEW_SECONDS * 1000
}
