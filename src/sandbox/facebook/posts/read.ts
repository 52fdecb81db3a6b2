import type { Desk, SandboxAnswer } from '../../contract'
import { badParameter, missingObject, ok } from '../answers/errors'
import { project } from '../answers/fields'
import { tellAboutPost } from '../public/changes'
import { APP, getPost, savePost, toFacebookTime, type Page, type Post } from '../state'
import { getFilm, saveFilm } from '../state/films'
import { commentsOf } from './comments'
import { countersOf } from './counters'
import { removePost } from './remove'
import { stateOf } from './seen'

export type Question = { page: Page; query: URLSearchParams; origin: string; desk: Desk }

/** Every field of a PagePost that may be asked for here; `link`, `type`, `name` … are none since Graph 3.3. */
export function describePost(post: Post, { desk, origin }: Pick<Question, 'desk' | 'origin'>) {
  const counters = countersOf(post, desk)
  const total = (count: number) => ({ data: [], summary: { total_count: count } })
  const values: Record<string, unknown> = {
    id: post.id,
    message: post.message === '' ? undefined : post.message,
    created_time: toFacebookTime(post.createdAt),
    updated_time: toFacebookTime(post.updatedAt),
    permalink_url: `${origin}/_wall/facebook#${post.id}`,
    is_published: stateOf(post, desk) === 'visible',
    // A number on posts, a date text on films.
    scheduled_publish_time: post.scheduledFor ? Date.parse(post.scheduledFor) / 1000 : undefined,
    status_type: statusOf(post),
    application: { id: APP.id, name: APP.name },
    attachments: describeAttachments(post),
    // Left out while nobody has shared the post.
    shares: counters.shares === 0 ? undefined : { count: counters.shares },
    reactions: total(counters.reactions),
    comments: { ...total(counters.comments), data: commentsOf(desk, post.id).map(({ id }) => ({ id })) },
    full_picture: undefined,
  }
  return { type: 'PagePost', values }
}

function statusOf({ film, photos }: Post): string {
  if (film) return 'added_video'
  return photos.length > 0 ? 'added_photos' : 'mobile_status_update'
}

function describeAttachments({ link, film, photos }: Post) {
  if (film)
    return {
      data: [
        {
          media_type: 'video',
          type: 'video_inline',
          target: { id: film },
          url: `https://www.facebook.com/reel/${film}`,
        },
      ],
    }
  if (link) return { data: [{ media_type: 'link', type: 'share', url: wrap(link), target: { url: wrap(link) } }] }
  const pictures = photos.map((id) => ({
    media_type: 'photo',
    type: 'photo',
    target: { id },
    url: `https://www.facebook.com/photo.php?fbid=${id}`,
  }))
  if (pictures.length <= 1) return pictures.length === 0 ? undefined : { data: pictures }
  return {
    data: [{ media_type: 'album', type: 'album', target: { id: photos[0] }, subattachments: { data: pictures } }],
  }
}

function wrap(link: string): string {
  return `https://l.facebook.com/l.php?u=${encodeURIComponent(link)}`
}

export function readPost(id: string, question: Question): SandboxAnswer {
  const post = getPost(question.desk, id)
  if (!post || post.page !== question.page.id) return missingObject(id)
  const answer = project(describePost(post, question), question.query.get('fields') ?? 'message,created_time')
  return 'refusal' in answer ? answer.refusal : ok(answer.body)
}

export function deletePost(id: string, { page, desk }: Question): SandboxAnswer {
  const post = getPost(desk, id)
  if (!post || post.page !== page.id) return missingObject(id)
  removePost(desk, post)
  return ok({ success: true })
}

/** Only of posts made by the same application, which all here are. */
export function editPost(
  id: string,
  { page, fields, desk }: { page: Page; fields: Record<string, string>; desk: Desk },
): SandboxAnswer {
  const post = getPost(desk, id)
  if (!post || post.page !== page.id) return missingObject(id)
  const strange = Object.keys(fields).find((name) => !['message', 'is_published', 'access_token'].includes(name))
  if (strange) return badParameter(`Invalid parameter ${strange}`)
  const message = fields['message'] ?? post.message
  const state = fields['is_published'] === 'true' ? 'visible' : post.state
  saveEdited(desk, { ...post, message, state })
  return ok({ success: true })
}

export function saveEdited(desk: Desk, post: Post): void {
  const edited = { ...post, updatedAt: desk.now().toISOString() }
  savePost(desk, edited)
  const film = post.film === null ? undefined : getFilm(desk, post.film)
  if (film) saveFilm(desk, { ...film, description: post.message })
  desk.log({ platform: 'facebook', call: 'post.update', account: post.page, id: post.id, text: post.message })
  tellAboutPost(desk, edited, 'edited')
}
