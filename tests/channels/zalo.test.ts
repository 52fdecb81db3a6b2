import { channel } from '@/channels/zalo'
import { behavesLikeAChannel } from '../contracts/behavesLikeAChannel'
import { anItem } from '../support/items'
import { runByDay } from './zalo/bench'

const withOptions = (options: Record<string, string | string[]>) => ({ title: '', text: '', options })

behavesLikeAChannel({
  channel,
  platform: () => runByDay(),
  sampleItem: ({ photo }) => anItem({ media: [photo] }),
  shapes: {
    'pictures in the text': ({ photo, secondPhoto }) =>
      anItem({
        media: [photo, secondPhoto],
        body: [
          { type: 'paragraph', text: 'Trước ảnh.' },
          { type: 'image', media: secondPhoto.id },
          { type: 'quote', text: 'Sau ảnh.' },
        ],
      }),
    'an infographic without a body': ({ photo, secondPhoto }) =>
      anItem({
        kind: 'infographics',
        body: [],
        media: [
          { ...photo, role: 'page' },
          { ...secondPhoto, role: 'page' },
        ],
      }),
    'the editor’s own words': ({ photo }) =>
      anItem({
        media: [photo],
        variant: {
          title: 'Nghe “công an” gọi đòi chuyển tiền: cúp máy',
          text: 'Ba việc bác cần làm ngay.',
          options: { author: 'Ban Biên tập', comments: 'show', cite: 'Công an tỉnh Kon Tum' },
        },
      }),
    'a video': ({ photo, video }) => anItem({ kind: 'clips', media: [photo, video] }),
    'an article that is broadcast to everybody': ({ photo }) =>
      anItem({ media: [photo], variant: withOptions({ broadcast: 'all' }) }),
    'a video that is broadcast to some': ({ photo, video }) =>
      anItem({
        kind: 'clips',
        media: [photo, video],
        variant: withOptions({ broadcast: 'target', ages: ['55-64', '65-up'], locations: ['central'] }),
      }),
  },
  refused: (draft) => ({ ...draft, post: { ...draft.post, title: 'ệ'.repeat(151) } }),
  sendCall: 'article.update',
})
