/** The draft of a correction: what is known of the wrong item is filled in, what was wrong is for a person to write. */
import type { PayloadRequest } from 'payload'
import { idOf } from '@/access/roles'
import type { Engine } from '../..'
import { CORRECTION_TITLE, type CorrectionGroup } from '../item/correction'
import { richTextOfParagraphs } from '../item/rich-text'
import type { DeskDocument } from '../read-content'
import { placesOf } from './places'
import type { CorrectionRow } from './row'

export type Written = { column?: string; wrongText?: string; correctedText?: string }

const MOST_TITLE = 150
const APOLOGY =
  'Chúng tôi xin cải chính như trên và thành thật xin lỗi bạn đọc cùng các cơ quan, tổ chức, cá nhân liên quan.'

type Making = { request: PayloadRequest; row: CorrectionRow; wrong: DeskDocument; written: Written }

/** Its id. Two who make it at once, or one who makes it again after a crash, come to the same. */
export async function ensureArticle(engine: Engine, making: Making): Promise<string> {
  const { row } = making
  if (row.correctionId) return row.correctionId
  const { payload, rows } = engine
  const data = { ...(await fieldsOf(engine, making)), cover: await drawCover(engine, making) } as never
  const made = await payload.create({
    collection: 'articles',
    data,
    draft: true,
    depth: 0,
    overrideAccess: true,
    user: making.request.user,
    context: { withoutLive: true },
  })
  const id = String(made.id)
  const isOurs = await rows.update('corrections', { id: row.id, correctionId: null }, { correctionId: id })
  if (isOurs) return id
  await payload.delete({ collection: 'articles', id, overrideAccess: true })
  const [present] = await rows.find<CorrectionRow>('corrections', { where: { id: row.id }, limit: 1 })
  return present?.correctionId ?? ''
}

async function fieldsOf(engine: Engine, { row, wrong, written }: Making): Promise<Record<string, unknown>> {
  const publishedOn = await firstDay(engine, row)
  const title = `${CORRECTION_TITLE}: ${wrong.title}`
  return {
    title: title.length <= MOST_TITLE ? title : CORRECTION_TITLE,
    lead: `Cải chính nội dung đã đăng ngày ${publishedOn}.`,
    body: richTextOfParagraphs([APOLOGY]),
    organization: wrong.organization.id,
    // The law wants it where the wrong one stood: the same entrances, the same topics.
    audiences: wrong.audiences.map((audience) => idOf(audience as never)),
    topics: wrong.topics.map((topic) => idOf(topic as never)),
    campaign: wrong.campaign ? idOf(wrong.campaign) : undefined,
    language: wrong.language ?? 'vi',
    correction: groupOf({ row, wrong, written }, publishedOn),
  }
}

function groupOf({ row, wrong, written }: Omit<Making, 'request'>, publishedOn: string): CorrectionGroup {
  const { column = wrong.topics[0]?.name ?? '', wrongText = '', correctedText = '' } = written
  const about = { ofKind: row.wrongKind, ofId: row.wrongId, work: wrong.title, publishedOn }
  return { ...about, column, wrongText, correctedText }
}

/** `27/11/2026`, of the post that was up first. */
async function firstDay(engine: Engine, row: CorrectionRow): Promise<string> {
  const hours = (await placesOf(engine, row)).map(({ wrong }) => wrong.publishedAt ?? wrong.dueAt)
  const first = new Date(Math.min(...hours.map((hour) => hour.getTime())))
  const parts = { timeZone: engine.zone, day: '2-digit', month: '2-digit', year: 'numeric' } as const
  return new Intl.DateTimeFormat('en-GB', parts).format(first)
}

/** Some platforms take no article without a picture, and none of the wrong item's may stand above its correction. */
async function drawCover({ payload }: Engine, { request, wrong }: Making): Promise<string> {
  const { drawCard } = await import('~/media/cards')
  const { name } = wrong.organization
  const card = { title: CORRECTION_TITLE, lead: wrong.title, audience: 'Cải chính', label: name }
  const data = await drawCard({ ...card, width: 1200, height: 675 })
  const made = await payload.create({
    collection: 'media',
    data: { alt: `Bảng chữ: ${CORRECTION_TITLE}`, organization: wrong.organization.id } as never,
    file: { name: 'cai-chinh.png', mimetype: 'image/png', data, size: data.length },
    depth: 0,
    overrideAccess: true,
    user: request.user,
  })
  return String(made.id)
}
