import type { Payload } from 'payload'
import sharp from 'sharp'
import type { Engine } from '@/engine'
import { ensure } from '@/seed/ensure'
import { richTextOf } from '@/seed/rich-text'
import type { Houses } from './people'

export type Vocabulary = { audience: string; topic: string }

/** A new installation may bring them already. */
export async function makeVocabulary(payload: Payload): Promise<Vocabulary> {
  const find = (slug: string, name: string) => ({ where: { slug: { equals: slug } }, data: { name, slug } })
  return {
    audience: await ensure(payload, 'audiences', find('elderly', 'Người cao tuổi')),
    topic: await ensure(payload, 'topics', find('canh-bao', 'Cảnh báo')),
  }
}

export function picture(background = '#0b3c78'): Promise<Buffer> {
  return sharp({ create: { width: 1200, height: 675, channels: 3, background } })
    .png()
    .toBuffer()
}

/** Through the real upload hook and the real handler that makes the pictures. */
export async function makeMedium(engine: Engine, { organization }: Houses): Promise<string> {
  const data = await picture()
  const { id } = await engine.payload.create({
    collection: 'media',
    data: { alt: 'Tấm thẻ màu xanh', organization } as never,
    file: { name: 'the.png', mimetype: 'image/png', data, size: data.length },
    depth: 0,
  })
  const { handle } = await import('~/jobs/render-media/handler')
  await handle(engine, { media: String(id) })
  return String(id)
}

export type ArticleFields = Record<string, unknown>

export function articleFields(
  { organization, audience, topic }: { organization: string } & Vocabulary,
  over: ArticleFields = {},
): ArticleFields {
  return {
    title: 'Mã OTP là chìa khóa nhà',
    lead: 'Không đưa mã cho ai, kể cả người xưng là công an.',
    body: richTextOf('Bà con không đọc mã OTP cho bất kỳ ai. Ngân hàng không bao giờ hỏi mã.'),
    organization,
    audiences: [audience],
    topics: [topic],
    ...over,
  }
}
