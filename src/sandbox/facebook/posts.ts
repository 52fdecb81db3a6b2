import type { Desk, SandboxAnswer } from '../contract'
import { badParameter, missingObject, ok } from './errors'
import { project } from './fields'
import { countersOf } from './insights'
import { getPost, listPosts, savePost, type Page, type Post } from './state'

type Question = { page: Page; query: URLSearchParams; origin: string; desk: Desk }

/** Every field of a PagePost that may be asked for here; `link`, `type`, `name` … are none since Graph 3.3. */
export function describePost(post: Post, { desk, origin }: { desk: Desk; origin: string }) {
  const counters = countersOf(post, desk.now())
  const total = (count: number) => ({ data: [], summary: { total_count: count } })
  const values: Record<string, unknown> = {
    id: post.id,
    message: post.message === '' ? undefined : post.message,
    created_time: post.createdAt.replace(/\.\d+Z$/, '+0000'),
    updated_time: post.createdAt.replace(/\.\d+Z$/, '+0000'),
    permalink_url: `${origin}/_wall/facebook#${post.id}`,
    is_published: post.state === 'visible',
    status_type: post.photos.length > 0 ? 'added_photos' : 'mobile_status_update',
    attachments: describeAttachments(post),
    // Left out while nobody has shared the post.
    shares: counters.shares === 0 ? undefined : { count: counters.shares },
    reactions: total(counters.reactions),
    comments: total(counters.comments),
  }
  return { type: 'PagePost', values }
}

function describeAttachments(post: Post) {
  if (post.link) return { data: [{ url: `https://l.facebook.com/l.php?u=${encodeURIComponent(post.link)}` }] }
  return post.photos.length === 0
    ? undefined
    : { data: post.photos.map((id) => ({ url: `https://www.facebook.com/photo.php?fbid=${id}` })) }
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
  savePost(desk, { ...post, state: 'removed' })
  return ok({ success: true })
}

/** Cursors count from the newest post. */
export function listPublished(question: Question): SandboxAnswer {
  const { page, query, desk } = question
  const limit = Number(query.get('limit') ?? 25)
  if (limit > 100) return badParameter('Param limit must be at most 100')
  const from = Number(query.get('after') ?? 0)
  const visible = listPosts(desk, page.id).filter(({ state }) => state === 'visible')
  const fields = query.get('fields') ?? 'message,created_time'
  const answers = visible.slice(from, from + limit).map((post) => project(describePost(post, question), fields))
  const refused = answers.find((answer) => 'refusal' in answer)
  if (refused && 'refusal' in refused) return refused.refusal
  const end = from + answers.length
  const next =
    end < visible.length
      ? { next: `${question.origin}/facebook/graph/v26.0/${page.id}/published_posts?after=${end}` }
      : {}
  const data = answers.map((answer) => ('body' in answer ? answer.body : {}))
  return ok({ data, paging: { cursors: { before: String(from), after: String(end) }, ...next } })
}
