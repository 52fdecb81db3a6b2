import { channel } from '@/channels/zalo'
import { lookalike } from '@/sandbox/zalo'
import { behavesLikeAChannel } from '../contracts/behavesLikeAChannel'
import { anItem } from '../support/items'

behavesLikeAChannel({
  channel,
  platform: lookalike,
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
          options: { author: 'Ban Biên tập', comments: 'show' },
        },
      }),
  },
  sendCall: 'article.update',
})
