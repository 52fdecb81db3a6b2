import type { Kind } from '@/channels/contract'

/** Every kind of content, in the order of the menu. */
export const kindLabels: Readonly<Record<Kind, string>> = {
  articles: 'Bài viết',
  clips: 'Video',
  infographics: 'Đồ họa thông tin',
  handbooks: 'Cẩm nang',
}

export const kinds = Object.keys(kindLabels) as Kind[]
