import type { Desk, SandboxAnswer } from '../../contract'
import { badParameter, missingObject, ok } from '../answers/errors'
import { project } from '../answers/fields'
import { tell } from '../public/changes'
import { getPost, toFacebookTime, type Page, type Post } from '../state'
import type { Caller } from '../state/people'
import { addExtra } from './counters'

export type Comment = { id: string; post: string; by: { id: string; name: string }; message: string; at: string }

export function addComment(
  desk: Desk,
  { post, by, message }: { post: Post; by: Comment['by']; message: string },
): Comment {
  const number = post.id.split('_')[1] ?? ''
  const id = `${number}_${770_000_000_000_000 + desk.next('facebook.comment')}`
  const comment = { id, post: post.id, by, message, at: desk.now().toISOString() }
  desk.records.put('facebook.comments', id, comment)
  addExtra(desk, post.id, 'comments')
  tell(desk, post.page, {
    item: 'comment',
    verb: 'add',
    comment_id: id,
    post_id: post.id,
    parent_id: post.id,
    message,
    from: by,
  })
  return comment
}

export function commentsOf(desk: Desk, post: string): Comment[] {
  return desk.records.list<Comment>('facebook.comments').filter((comment) => comment.post === post)
}

type Question = { node: string; caller: Caller; query: URLSearchParams; desk: Desk }

/** With a person's token the list is empty, and HTTP says 200. */
export function listComments({ node, caller, query, desk }: Question): SandboxAnswer {
  if (caller.is !== 'page') return ok({ data: [] })
  const post = getPost(desk, node)
  if (!post || post.page !== caller.page.id) return missingObject(node)
  const described = commentsOf(desk, node).map(({ id, by, message, at }) =>
    project(
      {
        type: 'Comment',
        values: {
          id,
          from: by,
          message,
          created_time: toFacebookTime(at),
          like_count: 0,
          comment_count: 0,
          parent: undefined,
        },
      },
      query.get('fields') ?? 'created_time,from,message',
    ),
  )
  const refused = described.find((answer) => 'refusal' in answer)
  if (refused && 'refusal' in refused) return refused.refusal
  const data = described.map((answer) => ('body' in answer ? answer.body : {}))
  return ok({ data, paging: { cursors: { before: '0', after: String(data.length) } } })
}

type Writing = { node: string; page: Page; fields: Record<string, string>; desk: Desk }

export function createComment({ node, page, fields, desk }: Writing): SandboxAnswer {
  const post = getPost(desk, node)
  if (!post || post.page !== page.id) return missingObject(node)
  const message = fields['message'] ?? ''
  if (message === '') return badParameter('You must supply a message')
  return ok({ id: addComment(desk, { post, by: { id: page.id, name: page.name }, message }).id })
}
