import { channel } from '@/channels/telegram'
import { visibleText } from '@/channels/telegram/text/html'
import { lookalike } from '@/sandbox/telegram'
import { behavesLikeAChannel } from '../contracts/behavesLikeAChannel'
import { anItem } from '../support/items'
import { shapes } from './telegram/shapes'

behavesLikeAChannel({
  channel,
  platform: lookalike,
  sendCall: 'sendMessage',
  sampleItem: () => anItem(),
  shapes,
  textsInLog: ({ post }) => post.parts.map((part) => (part.kind === 'poll' ? part.question : visibleText(part.html))),
})
