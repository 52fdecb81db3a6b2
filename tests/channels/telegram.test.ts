import { channel } from '@/channels/telegram'
import { visibleText } from '@/channels/telegram/html'
import { lookalike } from '@/sandbox/telegram'
import { behavesLikeAChannel } from '../contracts/behavesLikeAChannel'
import { anItem } from '../support/items'

const long = 'Bà con <b>không</b> chuyển tiền cho người lạ & báo ngay cho công an xã. '.repeat(30)

behavesLikeAChannel({
  channel,
  platform: lookalike,
  sendCall: 'sendMessage',
  sampleItem: () => anItem(),
  shapes: {
    'a photo': ({ photo }) => anItem({ media: [photo] }),
    'a photo with a text too long for its caption': ({ photo }) => anItem({ media: [photo], variant: { title: '', text: `${long}\n{link}`, options: {} } }),
    'a video': ({ video }) => anItem({ kind: 'clips', media: [video] }),
    'an editor’s own markup': () => anItem({ variant: { title: '', text: '⚠️ <b>VNeID giả</b> & <i>“app” lạ: <a href="{link}">đọc ngay</a>', options: { silent: true } } }),
  },
  textsInLog: ({ post }) => post.parts.map(({ html }) => visibleText(html)),
})
