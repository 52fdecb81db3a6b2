/** Whether a place takes an article at all: asked of its driver with one that lacks nothing, so that no platform is named here. */
import type { Draft, ItemMedia } from '@/channels/contract'
import { channelOf, renditionSpecs } from '@/channels/registry'
import type { ChannelRow } from '../../rows'
import { CORRECTION_TITLE } from '../item/correction'

/** Null where it does; otherwise what a person has to do in the system's stead. */
export function whyByHand({ platform, name, url }: ChannelRow): string | null {
  const driver = channelOf(platform)
  const [problem] = driver.inspect(driver.render(anArticle) as Draft)
  if (!problem) return null
  const place = `kênh “${name}”${url ? ` (${url})` : ''}`
  return `${problem.message} Tin cải chính chỉ có chữ và ảnh nên hệ thống không đăng lên đây được: hãy tự đăng ở ${place}, mở đầu bằng “${CORRECTION_TITLE}”, rồi bấm “Đã cải chính” và dán đường dẫn.`
}

const BYTES = 1000

const cover: ItemMedia = {
  id: 'cover',
  role: 'cover',
  alt: CORRECTION_TITLE,
  caption: '',
  credit: '',
  duration: null,
  renditions: [
    aRendition('original', { width: 1200, height: 675, mimeType: 'image/png' }),
    ...renditionSpecs.map(({ name, width, height = width, format }) =>
      aRendition(name, { width, height, mimeType: `image/${format}` }),
    ),
  ],
}

function aRendition(name: string, facts: { width: number; height: number; mimeType: string }) {
  return { name, ...facts, bytes: BYTES, sha256: '0'.repeat(64), url: 'https://example.vn/cover.png' }
}

const everyone = [{ slug: 'everyone', name: 'Mọi người' }]

const anArticle = {
  publication: 'none',
  kind: 'articles' as const,
  title: CORRECTION_TITLE,
  lead: CORRECTION_TITLE,
  language: 'vi',
  body: [{ type: 'paragraph' as const, text: CORRECTION_TITLE }],
  hashtags: [],
  audiences: everyone,
  topics: everyone,
  authors: [],
  organization: { name: CORRECTION_TITLE },
  slug: 'cai-chinh',
  link: 'https://example.vn/l/xxxxxxxxxx',
  media: [cover],
  signature: '',
  variant: { title: '', text: '', options: {} },
}
