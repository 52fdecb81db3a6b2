/** Buttons by which a trainer plays the public. */
import type { Lookalike, WallPost } from '../../contract'
import { escapeHtml, hidden, option } from '../html'

/** What goes with an act; all others need nothing but the button. */
const withWords: Readonly<Record<string, (post: WallPost) => string | null>> = {
  comment: () => field('Lời bình luận', 'Cảm ơn, thông tin rất bổ ích!'),
  reply: () => field('Câu trả lời', 'Cảm ơn bạn!'),
  // A post without a poll has nothing to vote for.
  vote: ({ poll }) =>
    poll && !poll.isClosed
      ? `<label><span class="unseen">Chọn</span><select name="text">${poll.options.map(({ text }) => option(text, text)).join('')}</select></label>`
      : null,
}

export function showActs({ platform, acts = {} }: Lookalike, post: WallPost): string {
  if (post.state === 'removed') return ''
  const forms = Object.entries(acts).map(([act, { label }]) => {
    const words = withWords[act] ? withWords[act](post) : ''
    return words === null ? '' : form({ act, label, words, post, platform })
  })
  const shown = forms.join('')
  return shown && `<details class="acts"><summary>Đóng vai người dân</summary>${shown}</details>`
}

type Button = { act: string; label: string; words: string; post: WallPost; platform: string }

function form({ act, label, words, post, platform }: Button): string {
  const { account, id } = post
  const back = `/_wall/${platform}#${id}`
  return `<form method="post" action="/_act">${hidden({ platform, account, id, act, back })}${words}<button type="submit">${escapeHtml(label)}</button></form>`
}

function field(label: string, value: string): string {
  return `<label><span class="unseen">${label}</span><input type="text" name="text" value="${escapeHtml(value)}" required></label>`
}
