import type { SandboxAnswer } from '../../contract'
import { badParameter, ok } from '../answers/errors'
import { project } from '../answers/fields'
import { listPosts, type Post } from '../state'
import { describePost, type Question } from './read'
import { listSeen, stateOf } from './seen'

const MOST = 100

export function listPublished(question: Question): SandboxAnswer {
  return listPage(question, { edge: 'published_posts', posts: listSeen(question.desk, question.page.id) })
}

/** Published and unpublished mixed, as the platform does it. */
export function listFeed(question: Question): SandboxAnswer {
  const { desk, page } = question
  const hidden = listPosts(desk, page.id).filter((post) => post.film === null && stateOf(post, desk) === 'hidden')
  const posts = [...listSeen(desk, page.id), ...hidden].toSorted((one, other) =>
    other.createdAt.localeCompare(one.createdAt),
  )
  return listPage(question, { edge: 'feed', posts })
}

export function listScheduled(question: Question): SandboxAnswer {
  const { desk, page } = question
  const waits = (post: Post) => post.scheduledFor !== null && stateOf(post, desk) === 'hidden'
  return listPage(question, { edge: 'scheduled_posts', posts: listPosts(desk, page.id).filter(waits) })
}

function listPage(question: Question, { edge, posts }: { edge: string; posts: Post[] }): SandboxAnswer {
  const nodes = posts.map((post) => describePost(post, question))
  return listNodes(question, { edge, nodes })
}

type Node = { type: string; values: Record<string, unknown> }

/** Cursors count from the newest. */
export function listNodes(question: Question, { edge, nodes }: { edge: string; nodes: Node[] }): SandboxAnswer {
  const { page, query, origin } = question
  const limit = Number(query.get('limit') ?? 25)
  if (limit > MOST) return badParameter(`Param limit must be at most ${MOST}`)
  const from = Number(query.get('after') ?? 0)
  const fields = query.get('fields') ?? 'created_time'
  const answers = nodes.slice(from, from + limit).map((node) => project(node, fields))
  const refused = answers.find((answer) => 'refusal' in answer)
  if (refused && 'refusal' in refused) return refused.refusal
  const end = from + answers.length
  const next = end < nodes.length ? { next: `${origin}/facebook/graph/v26.0/${page.id}/${edge}?after=${end}` } : {}
  const data = answers.map((answer) => ('body' in answer ? answer.body : {}))
  return ok({ data, paging: { cursors: { before: String(from), after: String(end) }, ...next } })
}
