/** The sample content and which of it the demonstration uses. */
import type { Kind } from '@/channels/contract'
import sample from './data/sample-content.json'

export type SampleItem = (typeof sample.items)[number]

type Variants = Partial<
  Record<
    'website' | 'facebook' | 'zalo_oa' | 'youtube' | 'telegram',
    { title?: string; text?: string; description?: string; tags?: string[] }
  >
>

const chosen = [
  'nct-01',
  'nct-07',
  'nct-04',
  'nct-06',
  'nct-05',
  'nct-09',
  'tn-10',
  'tn-12',
  'tn-15',
  'tn-13',
  'cb-18',
  'cb-19',
  'cb-20',
]

const kinds: Readonly<Record<string, Kind>> = {
  article: 'articles',
  video: 'clips',
  infographic: 'infographics',
  handbook: 'handbooks',
}

export const items: SampleItem[] = sample.items.filter(({ id }) => chosen.includes(id))

export function kindOf(item: SampleItem): Kind {
  const kind = kinds[item.type]
  if (!kind) throw new Error(`no kind for ${item.type}`)
  return kind
}

/** The sample's name of a platform → ours. */
const platformOf = { facebook: 'facebook', zalo_oa: 'zalo', youtube: 'youtube', telegram: 'telegram' } as const

/** The blocks of the form: one per platform for which the sample has its own words. */
export function variantsOf(item: SampleItem): Record<string, unknown>[] {
  const variants = (item.variants ?? {}) as Variants
  return Object.entries(platformOf).flatMap(([name, blockType]) => {
    const { title, text, description, tags } = variants[name as keyof typeof platformOf] ?? {}
    const words = text ?? description
    return words ? [{ blockType, title, text: words, tags }] : []
  })
}

/** The sample's own fine topics under the seven national ones. */
export function topicOf({ topic }: SampleItem): string {
  if (/gia_danh|lua|brandname|deepfake|viec_nhe|phishing|otp|cuoc_goi|qr_gia/.test(topic)) return 'canh-bao'
  if (/tong_tien|usb|du_lieu/.test(topic)) return 'du-lieu-ca-nhan'
  return 'ky-nang-co-ban'
}

/** Where each kind goes. A platform that cannot show a kind is left out. */
export const placesOf: Readonly<Record<Kind, readonly string[]>> = {
  articles: ['site', 'facebook', 'zalo', 'telegram'],
  clips: ['site', 'facebook', 'youtube', 'telegram'],
  infographics: ['site', 'facebook', 'zalo'],
  handbooks: ['site', 'facebook'],
}
