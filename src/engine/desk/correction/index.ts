/** Cải chính: a correction is drafted, and planned on every channel where the wrong item stood. From then on it is owed. */
import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import type { Signer } from '@/approval'
import type { Kind } from '@/channels/contract'
import { Refusal } from '@/platform/errors'
import type { Engine } from '../..'
import { appendAudit } from '../../audit'
import { actorOf } from '../actor'
import { scheduleAll } from '../plan'
import { createRows, rowOf } from '../plan/create-rows'
import { publicationsOf, readContent } from '../read-content'
import { ensureArticle, type Written } from './article'
import { whyByHand } from './carry'
import { placesOf, wasSeen } from './places'
import { type CorrectionReport, reportOn } from './report'
import { type CorrectionRow, openCorrection } from './row'

const wish = z.strictObject({
  column: z.string().max(100).optional(),
  wrongText: z.string().max(2000).optional(),
  correctedText: z.string().max(2000).optional(),
  dueAt: z.iso
    .datetime({ offset: true })
    .transform((text) => new Date(text))
    .optional(),
})

type Asked = { request: PayloadRequest; kind: Kind; id: string; signer: Signer; body: unknown }

/**
 * Asked again, it goes on with the one that is still owed, and plans it where the wrong item has turned up since.
 * @throws Refusal 400, 404, 409 for what nobody can have seen
 */
export async function draftCorrection(engine: Engine, asked: Asked): Promise<CorrectionReport> {
  const { request, kind, id, signer } = asked
  const parsed = wish.safeParse(asked.body)
  if (!parsed.success)
    throw new Refusal(
      'body_invalid',
      'Chỉ nhận column, wrongText, correctedText và dueAt (giờ ISO 8601, có múi giờ).',
      400,
    )
  const { dueAt = null, ...written } = parsed.data
  const wrong = await readContent(engine, kind, id)
  if (!(await publicationsOf(engine, kind, id)).some(wasSeen)) throw neverSeen
  const { id: organization } = wrong.organization
  const row = await openCorrection(engine, { kind, id, title: wrong.title, organization }, dueAt)
  const correctionId = await ensureArticle(engine, { request, row, wrong, written: written as Written })
  const whole = { ...row, correctionId }
  const planned = await planEverywhere(engine, { request, row: whole, signer })
  await appendAudit(engine, {
    action: 'correction-drafted',
    subject: `${kind}:${id}`,
    organization,
    actor: actorOf(signer),
    detail: { correction: correctionId, publications: planned },
  })
  return reportOn(engine, whole)
}

const neverSeen = new Refusal(
  'never_published',
  'Nội dung này chưa từng lên kênh nào nên không có gì để cải chính.',
  409,
)

type Planning = { request: PayloadRequest; row: CorrectionRow; signer: Signer }

/** Drafts, due now: they go out as soon as the correction is approved, before all that waits, however late that is. */
async function planEverywhere(engine: Engine, { request, row, signer }: Planning): Promise<string[]> {
  const document = await readContent(engine, 'articles', row.correctionId ?? '')
  const places = (await placesOf(engine, row)).filter(({ channel, right }) => !right && !whyByHand(channel))
  const item = { dueAt: engine.now(), urgent: true }
  const late = { policy: 'send', afterMinutes: 60 } as const
  const rows = places.map(({ channel }) => rowOf(document, { kind: 'articles', item, channel, late }))
  const ids = await createRows(request, rows)
  if (document.approval.state !== 'approved') return ids
  const made = (await publicationsOf(engine, 'articles', document.id)).filter(({ id }) => ids.includes(id))
  await scheduleAll(engine, { document, publications: made, signer })
  return ids
}
