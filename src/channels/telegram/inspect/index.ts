/** Every limit of Telegram's that can be known before sending, counted its way. */
import { countText, overBy, type Draft, type Problem } from '../../contract'
import { limits, MOST_ENTITIES, MOST_TEXTS, RAW_BYTES } from '../limits'
import type { MessagePart, PollPart, TelegramPost } from '../options'
import { visibleText } from '../text/html'
import { inspectMedia } from './media'
import { inspectPoll } from './poll'
import { problem } from './problem'

export function inspect(draft: Draft<TelegramPost>): Problem[] {
  const { parts } = draft.post
  const messages = parts.filter((part): part is MessagePart => part.kind !== 'poll')
  const polls = parts.filter((part): part is PollPart => part.kind === 'poll')
  return [
    ...messages.flatMap(inspectWords),
    ...inspectLength(messages),
    ...messages.flatMap((part) => inspectMedia(part, draft)),
    ...polls.flatMap(inspectPoll),
    ...inspectLink(messages, draft.marker),
  ]
}

function inspectWords({ kind, html }: MessagePart): Problem[] {
  const text = visibleText(html)
  if (kind === 'text' && text.trim() === '')
    return [problem('text-empty', 'Bài Telegram chưa có nội dung; hãy viết nội dung cho kênh này.')]
  const name = kind === 'text' ? 'Nội dung' : 'Chú thích ảnh, phim, tệp'
  const limit = limits.texts[kind === 'text' ? 'text' : 'caption']
  const over = overBy(text, limit)
  if (over > 0)
    return [
      problem(
        'text-too-long',
        `${name} trên Telegram dài hơn mức cho phép ${over} ký tự (tối đa ${limit.max}); hãy viết ngắn lại.`,
      ),
    ]
  return inspectMarkup(name, html)
}

function inspectMarkup(name: string, html: string): Problem[] {
  const bytes = countText(html, 'byte') - RAW_BYTES
  const looks = [...html.matchAll(/<[a-z]/gi)].length - MOST_ENTITIES
  return [
    ...(bytes > 0
      ? [problem('markup-too-long', `${name} có quá nhiều định dạng, thừa ${bytes} byte; hãy bớt in đậm, liên kết.`)]
      : []),
    ...(looks > 0
      ? [
          problem(
            'too-many-entities',
            `${name} có quá ${MOST_ENTITIES} chỗ định dạng, thừa ${looks} chỗ sẽ bị Telegram bỏ; hãy bớt in đậm, liên kết.`,
          ),
        ]
      : []),
  ]
}

/** A text may go out in a few messages; how much stands in those beyond them is what has to go. */
function inspectLength(messages: readonly MessagePart[]): Problem[] {
  const beyond = messages.filter(({ kind }) => kind === 'text').slice(MOST_TEXTS)
  const over = beyond.reduce((sum, { html }) => sum + countText(visibleText(html), 'code-point'), 0)
  if (over === 0) return []
  return [
    problem(
      'text-too-long',
      `Bài Telegram dài hơn ${MOST_TEXTS} tin nhắn, thừa ${over} ký tự; hãy viết ngắn lại hoặc chỉ đăng sapo và đường dẫn.`,
    ),
  ]
}

function inspectLink(messages: readonly MessagePart[], marker: string): Problem[] {
  if (messages.some(({ html }) => html.includes(marker))) return []
  return [problem('link-missing', 'Bài chưa có đường dẫn theo dõi; hãy giữ {link} trong nội dung.')]
}
