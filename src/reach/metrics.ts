import type { Metric } from '@/channels/contract'

export const metricLabels: Readonly<Record<Metric, string>> = {
  views: 'Lượt xem',
  reach: 'Lượt tiếp cận',
  reactions: 'Lượt bày tỏ cảm xúc',
  comments: 'Bình luận',
  shares: 'Lượt chia sẻ',
  clicks: 'Lượt bấm',
  followers: 'Người theo dõi',
}
