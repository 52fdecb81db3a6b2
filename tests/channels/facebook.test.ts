import { channel } from '@/channels/facebook'
import { lookalike } from '@/sandbox/facebook'
import { behavesLikeAChannel } from '../contracts/behavesLikeAChannel'
import { anItem } from '../support/items'

behavesLikeAChannel({
  channel,
  platform: lookalike,
  sampleItem: () => anItem(),
  shapes: {
    'one photo': ({ photo }) => anItem({ media: [photo] }),
    'several photos': ({ photo, secondPhoto }) => anItem({ media: [photo, secondPhoto] }),
    'text alone': () => anItem({ variant: { title: '', text: '', options: { presentation: 'text' } } }),
    'a clip as a link post': ({ video, photo }) => anItem({ kind: 'clips', media: [video, photo] }),
    'the editor’s own words': () =>
      anItem({
        variant: { title: '', text: '📞 Bác CÚP MÁY ngay nhé.\n\nXem đủ ba bước: {link}\n#ChamMaChac', options: {} },
      }),
  },
  sendCall: 'feed.create',
})
