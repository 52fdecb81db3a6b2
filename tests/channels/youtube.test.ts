import { channel } from '@/channels/youtube'
import { lookalike } from '@/sandbox/youtube'
import { behavesLikeAChannel } from '../contracts/behavesLikeAChannel'
import { anItem } from '../support/items'

behavesLikeAChannel({
  channel,
  platform: lookalike,
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
  },
  sendCall: 'videos.insert.finish',
})
