/** What the public does to a post from the viewer or a test; each is told to the application as the platform would. */
import type { Desk, PublicAct } from '../../contract'
import { addExtra } from '../posts/counters'
import { addComment } from '../posts/comments'
import { removePost } from '../posts/remove'
import { getPost, type Post } from '../state'
import { tell } from './changes'

const VISITOR = { id: '24770000000000001', name: 'Y Thủy' }

type Doing = (desk: Desk, post: Post, text: string) => void

const react: Doing = (desk, post) => {
  addExtra(desk, post.id, 'reactions')
  tell(desk, post.page, {
    item: 'reaction',
    verb: 'add',
    reaction_type: 'like',
    post_id: post.id,
    parent_id: post.id,
    from: VISITOR,
    event: desk.next('facebook.event'),
  })
}

const comment: Doing = (desk, post, text) => {
  addComment(desk, { post, by: VISITOR, message: text || 'Cảm ơn đã nhắc!' })
}

const share: Doing = (desk, post) => {
  addExtra(desk, post.id, 'shares')
  tell(desk, post.page, {
    item: 'share',
    verb: 'add',
    share_id: String(desk.next('facebook.event')),
    post_id: `${VISITOR.id}_${desk.next('facebook.event')}`,
    parent_id: post.id,
    from: VISITOR,
  })
}

/** By the Page's own people on facebook.com, without us. */
const remove: Doing = (desk, post) => removePost(desk, post)

export const acts: Readonly<Record<string, PublicAct>> = {
  react: { label: 'Thích', act: onPost(react) },
  comment: { label: 'Bình luận', act: onPost(comment) },
  share: { label: 'Chia sẻ', act: onPost(share) },
  remove: { label: 'Gỡ bài trên Facebook', act: onPost(remove) },
}

/** A post that is gone takes nothing more. */
function onPost(doing: Doing): PublicAct['act'] {
  return (desk, { id }, text) => {
    const post = getPost(desk, id)
    if (post) doing(desk, post, text)
  }
}
