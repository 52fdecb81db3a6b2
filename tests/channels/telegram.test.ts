import { channel } from '@/channels/telegram'
import type { TelegramPart } from '@/channels/telegram/options'
import { visibleText } from '@/channels/telegram/text/html'
import { lookalike } from '@/sandbox/telegram'
import { behavesLikeAChannel } from '../contracts/behavesLikeAChannel'
import { anItem } from '../support/items'
import { shapes } from './telegram/shapes'

const tooLong = (part: TelegramPart): TelegramPart =>
  part.kind === 'poll' ? part : { ...part, html: part.html + 'ệ'.repeat(4096) }

behavesLikeAChannel({
  channel,
  platform: lookalike,
  refused: (draft) => ({ ...draft, post: { ...draft.post, parts: draft.post.parts.map(tooLong) } }),
  sendCall: 'sendMessage',
  sampleItem: () => anItem(),
  shapes,
  textsInLog: ({ post }) => post.parts.map((part) => (part.kind === 'poll' ? part.question : visibleText(part.html))),
})
