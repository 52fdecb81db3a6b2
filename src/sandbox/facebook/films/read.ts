/** A film as a node, and the Page's lists of films. */
import type { Desk, SandboxAnswer } from '../../contract'
import { badParameter, missingObject, ok } from '../answers/errors'
import { project } from '../answers/fields'
import { countersOf } from '../posts/counters'
import { listNodes } from '../posts/lists'
import { saveEdited, type Question } from '../posts/read'
import { removePost } from '../posts/remove'
import { tellAboutFilms } from '../posts/seen'
import { getPost, toFacebookTime, type Page } from '../state'
import { getFilm, isLive, listFilms, saveFilm, type Film } from '../state/films'
import { describeStatus } from './status'

function describeFilm(film: Film, desk: Desk): { type: string; values: Record<string, unknown> } {
  const at = toFacebookTime(film.finishedAt ?? film.startedAt)
  const values = {
    id: film.id,
    title: film.title || undefined,
    description: film.description || undefined,
    created_time: at,
    updated_time: at,
    permalink_url: film.as === 'reel' ? `/reel/${film.id}/` : `/${film.page}/videos/${film.id}/`,
    published: film.finishedAt !== null,
    post_id: postIdOf(film, desk),
    status: describeStatus(film, desk),
    length: undefined,
    source: film.file ?? undefined,
    ...numbersOf(film, desk),
  }
  return { type: 'Video', values }
}

function numbersOf(film: Film, desk: Desk): Record<string, unknown> {
  const post = film.post === null ? undefined : getPost(desk, film.post)
  const { views, reactions, comments } = post ? countersOf(post, desk) : { views: 0, reactions: 0, comments: 0 }
  const total = (count: number) => ({ data: [], summary: { total_count: count } })
  return { views, likes: total(reactions), comments: total(comments) }
}

/** With the Page before it; by the knob `postIdForm` 1 without, 2 not at all. */
function postIdOf(film: Film, desk: Desk): string | undefined {
  if (!film.post || !isLive(desk, film)) return undefined
  const forms = [film.post, film.post.split('_')[1]]
  return forms[desk.knob('facebook', 'postIdForm', 0)]
}

type Asked = { node: string; page: Page; query: URLSearchParams; desk: Desk }

export function readFilm({ node, page, query, desk }: Asked): SandboxAnswer {
  const film = getFilm(desk, node)
  if (!film || film.page !== page.id) return missingObject(node)
  tellAboutFilms(desk, page.id)
  const answer = project(describeFilm(film, desk), query.get('fields') ?? 'updated_time,description')
  return 'refusal' in answer ? answer.refusal : ok(answer.body)
}

const EDITABLE = ['description', 'name', 'access_token']

export function editFilm({ node, page, fields, desk }: Asked & { fields: Record<string, string> }): SandboxAnswer {
  const film = getFilm(desk, node)
  if (!film || film.page !== page.id) return missingObject(node)
  const strange = Object.keys(fields).find((name) => !EDITABLE.includes(name))
  if (strange) return badParameter(`Invalid parameter ${strange}`)
  const description = fields['description'] ?? film.description
  saveFilm(desk, { ...film, description, title: fields['name'] ?? film.title })
  const post = film.post === null ? undefined : getPost(desk, film.post)
  if (post) saveEdited(desk, { ...post, message: description })
  return ok({ success: true })
}

export function deleteFilm({ node, page, desk }: Asked): SandboxAnswer {
  const film = getFilm(desk, node)
  if (!film || film.page !== page.id) return missingObject(node)
  const post = film.post === null ? undefined : getPost(desk, film.post)
  if (post) removePost(desk, post)
  saveFilm(desk, { ...film, isDeleted: true })
  return ok({ success: true })
}

/** What was finished; like every list it may lag. */
export function listVideos(question: Question): SandboxAnswer {
  return list(question, { edge: 'videos', films: listFilms(question.desk, question.page.id) })
}

export function listReels(question: Question): SandboxAnswer {
  const { query, desk, page } = question
  const since = Number(query.get('since') ?? 0) * 1000
  const films = listFilms(desk, page.id).filter(({ as, startedAt }) => as === 'reel' && Date.parse(startedAt) >= since)
  return list(question, { edge: 'video_reels', films })
}

function list(question: Question, { edge, films }: { edge: string; films: Film[] }): SandboxAnswer {
  const { desk } = question
  const lag = desk.knob('facebook', 'listLagSeconds', 0) * 1000
  const isListed = ({ finishedAt }: Film) => finishedAt !== null && desk.now().getTime() - Date.parse(finishedAt) >= lag
  return listNodes(question, { edge, nodes: films.filter(isListed).map((film) => describeFilm(film, desk)) })
}
