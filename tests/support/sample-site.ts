/** A section with one item of every kind, real pictures and a real video. */
import { createReadStream } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { channel } from '@/channels/site'
import type { Item, ItemMedia, MediaRole, Rendition } from '@/channels/contract'
import { publishPage } from '@/app/(site)/_pages/publish-page'
import { drawCard } from '~/media/cards'
import { renderRendition } from '~/media/renditions'
import { storeFile } from '~/media/storage'
import { anItem } from './items'
import { runSite, type RunningSite } from './site'

const VIDEO = 'media/clips/otp-la-chia-khoa.mp4'

export type SampleSite = RunningSite & {
  /** Puts a further item up; returns its path. */
  publish(item: Item): Promise<string>
}

export async function runSampleSite(): Promise<SampleSite> {
  const mediaDirectory = await mkdtemp(join(tmpdir(), 'lan-toa-site-'))
  const campaign = {
    name: 'Tháng An toàn thông tin Kon Tum',
    slogan: 'Chậm một phút, chắc một đời',
    hashtags: ['#ChamMaChac', '#AnToanThongTin'],
  }
  const running = await runSite({ mediaDirectory, section: { campaign } })
  const publish = async (item: Item) => {
    const result = await publishPage(channel.render(item).post, running.site)
    if (result === 'withdrawn') throw new Error('a sample item was withdrawn')
    return `/tin/${result.page.slug}`
  }
  for (const item of await sampleItems(mediaDirectory)) await publish(item)
  return {
    ...running,
    publish,
    close: async () => {
      await running.close()
      await rm(mediaDirectory, { recursive: true, force: true })
    },
  }
}

async function sampleItems(directory: string): Promise<Item[]> {
  const draw = (id: string, role: MediaRole, title: string) => aPicture({ id, role, title, directory })
  const youth = [{ slug: 'youth', name: 'Thanh thiếu niên' }]
  const officials = [{ slug: 'officials', name: 'Cán bộ, công chức' }]
  return [
    anItem({
      slug: 'cam-nang',
      kind: 'handbooks',
      title: 'Cẩm nang điện thoại thông minh cho ông bà: năm việc cài một lần',
      body: chapters,
      media: [await draw('a', 'cover', 'Năm việc cài một lần')],
    }),
    anItem({ slug: 'noi-bo', title: 'Tám việc cán bộ cần làm khi nhận thư điện tử lạ', audiences: officials }),
    anItem({
      slug: 'do-hoa',
      kind: 'infographics',
      title: 'Tin nhắn ngân hàng thật hay giả? Bốn chỗ cần nhìn',
      audiences: youth,
      media: [await draw('b', 'page', 'Bốn chỗ cần nhìn')],
    }),
    anItem({
      slug: 'video',
      kind: 'clips',
      title: 'Mã OTP là chìa khóa nhà, đừng đưa cho ai',
      media: [await aVideo(directory), await draw('c', 'poster', 'Mã OTP là chìa khóa nhà')],
    }),
    anItem({ slug: 'bai-viet', media: [await draw('d', 'cover', 'Cúp máy, hỏi lại, báo công an')] }),
  ]
}

const chapters: Item['body'] = ['Khóa màn hình', 'Cập nhật tự động', 'Chỉ cài từ kho chính thức'].flatMap(
  (text): Item['body'] => [
    { type: 'heading', level: 2, text },
    { type: 'paragraph', text: 'Ông bà chỉ cần nhờ con cháu làm giúp một lần, mỗi việc chừng năm phút.' },
    { type: 'list', ordered: true, entries: ['Mở mục Cài đặt.', 'Chọn Bảo mật.', 'Bật và thử lại một lần.'] },
  ],
)

async function aPicture({
  id,
  role,
  title,
  directory,
}: {
  id: string
  role: MediaRole
  title: string
  directory: string
}): Promise<ItemMedia> {
  const original = await drawCard({
    title,
    audience: 'Người cao tuổi',
    label: 'Công an tỉnh Kon Tum',
    width: 1200,
    height: 675,
  })
  const store = async (
    name: string,
    bytes: Buffer,
    file: Omit<Rendition, 'name' | 'bytes' | 'sha256' | 'url'>,
  ): Promise<Rendition> => {
    const stored = await storeFile(directory, { name: `${id}-${name}.${file.mimeType.split('/')[1]}`, source: [bytes] })
    return {
      name,
      ...file,
      bytes: stored.bytes,
      sha256: stored.sha256,
      url: `http://old-address.example/media/${stored.file}`,
    }
  }
  const renditions = [await store('original', original, { mimeType: 'image/png', width: 1200, height: 675 })]
  for (const spec of channel.renditions) {
    const { bytes, ...made } = await renderRendition(original, spec)
    renditions.push(await store(spec.name, bytes, { mimeType: made.mimeType, width: made.width, height: made.height }))
  }
  return {
    id,
    role,
    alt: `Áp phích chữ lớn: ${title}`,
    caption: 'Áp phích của chiến dịch',
    credit: 'Công an tỉnh Kon Tum',
    duration: null,
    renditions,
  }
}

async function aVideo(directory: string): Promise<ItemMedia> {
  const stored = await storeFile(directory, { name: 'otp.mp4', source: createReadStream(VIDEO) })
  const bytes = (await readFile(VIDEO)).length
  const original: Rendition = {
    name: 'original',
    mimeType: 'video/mp4',
    bytes,
    sha256: stored.sha256,
    width: 1280,
    height: 720,
    url: `http://old-address.example/media/${stored.file}`,
  }
  return {
    id: 'video',
    role: 'video',
    alt: 'Chữ chạy: mã OTP là chìa khóa nhà',
    caption: '',
    credit: '',
    duration: 12,
    renditions: [original],
  }
}
