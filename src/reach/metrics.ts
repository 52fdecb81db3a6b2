import type { Metric } from '@/channels/contract'

export const metricLabels: Readonly<Record<Metric, string>> = {
  views: 'Lượt xem',
  reach: 'Lượt tiếp cận',
  reactions: 'Lượt bày tỏ cảm xúc',
  comments: 'Bình luận',
  shares: 'Lượt chia sẻ',
  clicks: 'Lượt bấm',
  votes: 'Lượt bình chọn',
  minutes: 'Số phút xem',
  followers: 'Người theo dõi',
}
