/** Items as the engine hands them to `render`, with real bytes behind their media. */
import { createHash, randomBytes } from 'node:crypto'
import sharp from 'sharp'
import type { Channel, Item, ItemMedia, MediaRole, Rendition } from '@/channels/contract'
import type { RunningPlatform } from './platforms'

export type SampleFiles = {
  bytes: Map<string, Uint8Array<ArrayBuffer>>
  photo: ItemMedia
  secondPhoto: ItemMedia
  video: ItemMedia
}

type File = { bytes: Uint8Array<ArrayBuffer>; mimeType: string; width: number | null; height: number | null }

/** Two photos with every rendition the channel asks for, and a video; kept where the platform can fetch them. */
export async function makeSampleFiles(
  channel: Pick<Channel, 'renditions'>,
  platform: RunningPlatform,
): Promise<SampleFiles> {
  const files = new Map<string, Uint8Array<ArrayBuffer>>()
  const store = (name: string, { bytes, ...file }: File): Rendition => {
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    files.set(sha256, bytes)
    return { name, ...file, bytes: bytes.length, sha256, url: platform.keep(bytes, file.mimeType) }
  }
  const photo = async (id: string, colour: string): Promise<ItemMedia> => {
    const pictures = [{ name: 'original', width: 1200, height: 800, format: 'jpeg' as const }, ...channel.renditions]
    const renditions = pictures.map(async ({ name, ...shape }) => store(name, await draw({ ...shape, colour })))
    return { ...aMedium(id, 'photo'), renditions: await Promise.all(renditions) }
  }
  const video = store('original', { bytes: aVideo(), mimeType: 'video/mp4', width: 640, height: 360 })
  return {
    bytes: files,
    photo: { ...(await photo('anh-1', '#c8102e')), role: 'cover' },
    secondPhoto: await photo('anh-2', '#0a63c9'),
    video: { ...aMedium('phim-1', 'video'), duration: 12, renditions: [video] },
  }
}

function aMedium(id: string, role: MediaRole): Omit<ItemMedia, 'renditions'> {
  return {
    id,
    role,
    alt: 'Cán bộ hướng dẫn bà con cách nhận ra cuộc gọi lừa đảo',
    caption: 'Tuyên truyền tại thôn',
    credit: 'Ảnh: Công an xã',
    duration: null,
  }
}

type Picture = { width: number; height?: number | undefined; format: 'jpeg' | 'png' | 'webp'; colour: string }

async function draw({ width, height = Math.round((width * 2) / 3), format, colour }: Picture): Promise<File> {
  const bytes = await sharp({ create: { width, height, channels: 3, background: colour } })
    .toFormat(format)
    .toBuffer()
  return { bytes: new Uint8Array(bytes), mimeType: `image/${format}`, width, height }
}

/** The head of an MP4 and 300 KB behind it: enough for whatever looks at types and sizes. */
function aVideo(): Uint8Array<ArrayBuffer> {
  const head = Buffer.from('\0\0\0\x18ftypmp42\0\0\0\0mp42isom', 'latin1')
  return new Uint8Array(Buffer.concat([head, Buffer.alloc(300_000, 7)]))
}

/** A plain article; every call gives a publication and a tracked link of its own. */
export function anItem(over: Partial<Item> = {}): Item {
  const code = randomBytes(6).toString('hex')
  return {
    publication: `publication-${code}`,
    kind: 'articles',
    title: 'Nhận diện cuộc gọi giả danh công an để lừa đảo',
    lead: 'Gần đây nhiều người dân nhận được cuộc gọi tự xưng là “cán bộ điều tra” & đòi chuyển tiền.',
    language: 'vi',
    body: [
      { type: 'heading', level: 2, text: 'Ba việc cần làm ngay' },
      {
        type: 'list',
        ordered: true,
        entries: [
          'Dập máy, không làm theo.',
          'Báo con cháu hoặc công an xã.',
          'Gọi 113 nếu đã chuyển tiền <ngay lập tức>.',
        ],
      },
      { type: 'paragraph', text: 'Công an không bao giờ làm việc qua điện thoại.' },
    ],
    hashtags: ['#AnToànMạng', '#KonTum'],
    audiences: [{ slug: 'elderly', name: 'Người cao tuổi' }],
    topics: [{ slug: 'online-fraud', name: 'Lừa đảo trực tuyến' }],
    authors: ['Y Hạnh'],
    organization: { name: 'Công an tỉnh Kon Tum' },
    slug: `nhan-dien-cuoc-goi-gia-danh-${code}`,
    link: `https://lantoa.example/l/${code}`,
    media: [],
    signature: 'Công an tỉnh Kon Tum · Trực ban 113',
    variant: { title: '', text: '', options: {} },
    ...over,
  }
}
