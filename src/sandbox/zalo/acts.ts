/** What the public may do, from the viewer or a test. */
import type { Desk, PublicAct } from '../contract'
import { webhookOf } from './console'
import { tell } from './events'
import type { Writer } from './messages'
import { getAccount, getArticle, nextId } from './state'

type Post = { account: string; id: string }

export const acts: Readonly<Record<string, PublicAct>> = {
  view: { label: 'Xem bài', act: (desk, post) => count(desk, post, 'viewed') },
  share: { label: 'Chia sẻ bài', act: (desk, post) => count(desk, post, 'shared') },
  follow: { label: 'Quan tâm OA', act: (desk, post) => move(desk, post, 'follow') },
  unfollow: { label: 'Bỏ quan tâm OA', act: (desk, post) => move(desk, post, 'unfollow') },
  message: { label: 'Nhắn tin cho OA', act: write },
}

function count(desk: Desk, post: Post, what: 'viewed' | 'shared'): void {
  const article = getArticle(desk, post)
  if (article) desk.records.put('zalo.articles', article.id, { ...article, [what]: (article[what] ?? 0) + 1 })
}

function move(desk: Desk, { account: id }: Post, name: 'follow' | 'unfollow'): void {
  const account = getAccount(desk, id)
  if (!account) return
  const followers = (account.followers ?? 0) + (name === 'follow' ? 1 : -1)
  desk.records.put('zalo.accounts', id, { ...account, followers })
  const follower = nextId(desk, 'follower')
  announce(desk, {
    account: id,
    name,
    fields: { oa_id: id, follower: { id: follower }, user_id_by_app: follower, source: 'oa_profile' },
  })
}

function write(desk: Desk, { account: id }: Post, text: string): void {
  const sender = nextId(desk, 'follower')
  desk.records.put('zalo.writers', sender, { id: sender, account: id, at: desk.now().toISOString() } satisfies Writer)
  const message = { text: text || 'Xin chào', msg_id: nextId(desk, 'message') }
  const fields = { sender: { id: sender }, recipient: { id }, user_id_by_app: sender, message }
  announce(desk, { account: id, name: 'user_send_text', fields })
}

function announce(desk: Desk, event: { account: string; name: string; fields: Record<string, unknown> }): void {
  const url = webhookOf(desk)
  if (url) tell(desk, { url, ...event })
}
