/** Real files through the real road: uploaded with Payload, drawn by `render-media`, kept in the stage's own folder. */
import { readFile } from 'node:fs/promises'
import sharp from 'sharp'
import type { ItemMedia, MediaRole } from '@/channels/contract'
import type { Engine } from '@/engine'
import type { Modules } from './modules'
import { runJob } from './rest'

export type StageMedia = { photo: ItemMedia; video: ItemMedia }

const VIDEO = 'media/clips/otp-la-chia-khoa.mp4'

type House = { organization: string; modules: Modules }

export async function makeMedia(engine: Engine, house: House): Promise<StageMedia> {
  const picture = await sharp({ create: { width: 1200, height: 800, channels: 3, background: '#c8102e' } })
    .jpeg()
    .toBuffer()
  return {
    photo: await render(engine, house, { role: 'cover', name: 'anh.jpg', mimetype: 'image/jpeg', data: picture }),
    video: await render(engine, house, {
      role: 'video',
      name: 'phim.mp4',
      mimetype: 'video/mp4',
      data: await readFile(VIDEO),
    }),
  }
}

export type Upload = { name: string; mimetype: string; data: Buffer }

export async function upload({ payload }: Engine, organization: string, file: Upload): Promise<string> {
  const data = { alt: 'Cán bộ hướng dẫn bà con nhận ra cuộc gọi lừa đảo', organization } as never
  const { id } = await payload.create({
    collection: 'media',
    data,
    file: { ...file, size: file.data.length },
    depth: 0,
    overrideAccess: true,
  })
  return String(id)
}

type Rendered = { id: string; alt: string; renditions: (ItemMedia['renditions'][number] & { file: string })[] }

async function render(
  engine: Engine,
  { organization, modules }: House,
  { role, ...file }: Upload & { role: MediaRole },
): Promise<ItemMedia> {
  const id = await upload(engine, organization, file)
  await runJob({ engine, ...modules }, 'render-media', { media: id })
  const [row] = await engine.rows.find<Rendered & Record<string, unknown>>('media', { where: { id }, limit: 1 })
  if (!row) throw new Error('the medium is gone')
  return {
    id,
    role,
    alt: row.alt,
    caption: '',
    credit: '',
    duration: role === 'video' ? 12 : null,
    renditions: row.renditions.map(({ file: _file, ...rendition }) => rendition),
  }
}
