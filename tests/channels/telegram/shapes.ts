/** Every shape in which an item goes to Telegram, each with words of its own so that the log can be asked for them. */
import { createHash, randomBytes } from 'node:crypto'
import type { Item, ItemMedia } from '@/channels/contract'
import type { MakeItem } from '../../contracts/behavesLikeAChannel'
import { anItem, type SampleFiles } from '../../support/items'

export const long = 'Bà con <b>không</b> chuyển tiền cho người lạ & báo ngay cho công an xã. '.repeat(30)

const fresh = () => randomBytes(4).toString('hex')

/** A title that no other item has. */
export function anOwnItem(over: Partial<Item> = {}): Item {
  return anItem({ title: `Cảnh báo ${fresh()}: cuộc gọi giả danh`, ...over })
}

export const shapes: Record<string, MakeItem> = {
  'a photo': ({ photo }) => anOwnItem({ media: [photo] }),
  'a photo with a text too long for its caption': ({ photo }) =>
    anOwnItem({ media: [photo], variant: { title: `Ảnh ${fresh()}`, text: `${long}\n{link}`, options: {} } }),
  'an album of photos': (files) => anOwnItem({ media: somePhotos(files, 3) }),
  'an album of a video and photos with a text too long': (files) =>
    anOwnItem({
      media: [files.video, ...somePhotos(files, 2)],
      variant: { title: `Album ${fresh()}`, text: `${long}\n{link}`, options: { presentation: 'album' } },
    }),
  'a video with its thumbnail': ({ video, secondPhoto }) =>
    anOwnItem({ kind: 'clips', media: [video, { ...secondPhoto, role: 'poster' }] }),
  'a handbook as a file': (files) => anOwnItem({ kind: 'handbooks', media: [files.photo, aPdf(files)] }),
  'a text with a poll': () => anOwnItem({ variant: aPollVariant() }),
  'a photo with a poll, pinned': ({ photo }) =>
    anOwnItem({ media: [photo], variant: aPollVariant({ pin: true, silent: true }) }),
  'a whole article in several messages': () =>
    anOwnItem({
      body: aLongBody(),
      variant: { title: '', text: '', options: { extent: 'whole', linkPreview: false } },
    }),
  'an editor’s own markup': () =>
    anOwnItem({
      variant: {
        title: '',
        text: `⚠️ <b>VNeID giả ${fresh()}</b> & <i>“app” lạ: <a href="{link}">đọc ngay</a>`,
        options: { silent: true },
      },
    }),
}

export function somePhotos({ photo, secondPhoto }: SampleFiles, number: number): ItemMedia[] {
  return Array.from({ length: number }, (_, index) => ({
    ...(index % 2 === 0 ? photo : secondPhoto),
    id: `anh-${index + 1}`,
    role: index === 0 ? ('cover' as const) : ('photo' as const),
  }))
}

/** Real bytes behind it, kept where the driver opens them. */
export function aPdf({ bytes }: SampleFiles, size = 20_000): ItemMedia {
  const content = new Uint8Array(Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(size, 32)]))
  const sha256 = createHash('sha256').update(content).digest('hex')
  bytes.set(sha256, content)
  const original = {
    name: 'original',
    mimeType: 'application/pdf',
    bytes: content.length,
    sha256,
    width: null,
    height: null,
  }
  return {
    id: 'cam-nang-1',
    role: 'document',
    alt: 'Cẩm nang an toàn',
    caption: '',
    credit: '',
    duration: null,
    renditions: [{ ...original, url: 'https://lantoa.example/media/cam-nang.pdf' }],
  }
}

export function aPollVariant(options: Record<string, boolean> = {}): Item['variant'] {
  const poll = {
    pollQuestion: `Bà con đã nhận cuộc gọi lạ lần nào chưa? (${fresh()})`,
    pollOptions: ['Rồi, và đã cúp máy', 'Rồi, suýt mất tiền', 'Chưa'],
  }
  return { title: '', text: '', options: { ...poll, ...options } }
}

export function aLongBody(paragraphs = 60): Item['body'] {
  return Array.from({ length: paragraphs }, (_, index) => ({
    type: 'paragraph' as const,
    text: `Điều ${index + 1}. Không ai có quyền bắt bạn chuyển tiền qua điện thoại, kể cả người xưng là công an.`,
    spans: [
      { text: `Điều ${index + 1}. ` },
      { text: 'Không ai có quyền', bold: true as const },
      { text: ' bắt bạn chuyển tiền qua điện thoại, kể cả người xưng là công an.' },
    ],
  }))
}
