import { channel } from '@/channels/youtube'
import { lookalike } from '@/sandbox/youtube'
import { behavesLikeAChannel } from '../contracts/behavesLikeAChannel'
import { anItem } from '../support/items'
import { runLookalike } from '../support/platforms'
import { aPoster, aShort, playlistFor, someCaptions } from './youtube/support/shapes'

behavesLikeAChannel({
  channel,
  platform: async () => {
    const platform = await runLookalike(lookalike)
    // A video with everything costs about 900 units: a day of Google's holds eleven.
    platform.knob?.('unitsADay', 1_000_000)
    return platform
  },
  sampleItem: (files) => anItem({ kind: 'clips', media: [files.video] }),
  shapes: {
    'a video with its own title, text and options': (files) =>
      anItem({
        kind: 'clips',
        media: [files.video, files.photo],
        variant: {
          title: 'Giả danh công an gọi điện: 3 việc cần làm ngay',
          text: 'Cúp máy, không bấm đường dẫn, báo công an xã.\n00:00 Kịch bản kẻ gian\n{link}',
          options: { privacy: 'public', tags: ['an toàn thông tin', 'người cao tuổi'], syntheticMedia: true },
        },
      }),
    'a video with its poster': (files) => anItem({ kind: 'clips', media: [files.video, aPoster(files)] }),
    'a video with captions in two languages': (files) =>
      anItem({ kind: 'clips', media: [files.video, someCaptions(files, 'vi'), someCaptions(files, 'en')] }),
    'a video that goes into a playlist': (files) =>
      anItem({
        kind: 'clips',
        media: [files.video],
        variant: { title: '', text: '', options: { playlistId: playlistFor('Công an tỉnh Kon Tum') } },
      }),
    'a Short with its poster': (files) => anItem({ kind: 'clips', media: [aShort(files), aPoster(files)] }),
  },
  refused: (draft) => ({ ...draft, post: { ...draft.post, title: 'ệ'.repeat(101) } }),
  sendCall: 'videos.insert.finish',
})
