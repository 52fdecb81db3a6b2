import { channel } from '@/channels/facebook'
import { lookalike } from '@/sandbox/facebook'
import { behavesLikeAChannel } from '../contracts/behavesLikeAChannel'
import { anItem, type SampleFiles } from '../support/items'

const own = (presentation: string) => ({ title: '', text: '', options: { presentation } })

/** Upright, as a phone films it. */
const upright = ({ video }: SampleFiles) => ({
  ...video,
  renditions: video.renditions.map((rendition) => ({ ...rendition, width: 1080, height: 1920 })),
})

behavesLikeAChannel({
  channel,
  platform: lookalike,
  sampleItem: () => anItem(),
  shapes: {
    'one photo': ({ photo }) => anItem({ media: [photo] }),
    'several photos': ({ photo, secondPhoto }) => anItem({ media: [photo, secondPhoto] }),
    'text alone': () => anItem({ variant: own('text') }),
    'a clip as a video': ({ video, photo }) => anItem({ kind: 'clips', media: [video, photo] }),
    'a clip as a link post': ({ video, photo }) =>
      anItem({ kind: 'clips', media: [video, photo], variant: own('link') }),
    'a reel': (files) => anItem({ kind: 'clips', media: [upright(files)], variant: own('reel') }),
    'the editor’s own words': () =>
      anItem({
        variant: { title: '', text: '📞 Bác CÚP MÁY ngay nhé.\n\nXem đủ ba bước: {link}\n#ChamMaChac', options: {} },
      }),
  },
  refused: (draft) => ({ ...draft, post: { ...draft.post, message: draft.post.message + 'ệ'.repeat(63_206) } }),
  sendCall: 'feed.create',
})
