/** Choosing where and when an item goes out: everything is checked before anything is written. */
import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import type { Kind } from '@/channels/contract'
import { Refusal } from '@/platform/errors'
import { latePolicies } from '@/publishing/due'
import type { Signer } from '@/approval'
import type { Engine } from '../..'
import { appendAudit } from '../../audit'
import type { ChannelRow, Publication } from '../../rows'
import { takeBackIfOvertaken } from '../decide'
import { createRows, type Late, rowOf } from './create-rows'
import { actorOf } from '../actor'
import { type DeskDocument, findChannel, publicationsOf, readContent } from '../read-content'
import { refuseWith } from '../refusals'
import { freezeAll, schedule } from './schedule'

const wish = z.strictObject({
  channel: z.string().min(1),
  dueAt: z.iso.datetime({ offset: true }).transform((text) => new Date(text)),
  /** Before everything else that waits on the channel. */
  urgent: z.boolean().optional(),
  late: z.strictObject({ policy: z.enum(latePolicies), afterMinutes: z.number().int().min(1).max(1440) }).optional(),
})

const wishes = z.strictObject({ items: z.array(wish).min(1).max(50) })

type Wish = z.infer<typeof wish>

/** Minutes by which an hour may lie in the past, for a form that was filled in slowly. */
const GRACE_MINUTES = 2

export async function planPublications(
  engine: Engine,
  {
    request,
    kind,
    id,
    signer,
    body,
  }: { request: PayloadRequest; kind: Kind; id: string; signer: Signer; body: unknown },
): Promise<Publication[]> {
  const parsed = wishes.safeParse(body)
  if (!parsed.success)
    throw new Refusal('body_invalid', 'Cần danh sách items gồm channel và dueAt (giờ theo ISO 8601, có múi giờ).', 400)
  const document = await readContent(engine, kind, id)
  if (document.approval.state === 'retracted') throw takenBack
  const channels = await checkWishes(engine, { document, kind, items: parsed.data.items })
  const late = await latePolicyOf(engine, document.organization.id)
  const rows = parsed.data.items.map((item, index) =>
    rowOf(document, { kind, item, channel: channels[index] as ChannelRow, late }),
  )
  if (document.approval.state === 'approved')
    await freezeAll(
      engine,
      document,
      rows.map((row, index) => ({ ...row, id: `wish-${index}` }) as never),
    )
  const ids = await createRows(request, rows)
  await appendAudit(engine, {
    action: 'planned',
    subject: `${kind}:${id}`,
    organization: document.organization.id,
    actor: actorOf(signer),
    detail: { publications: ids },
  })
  const created = (await publicationsOf(engine, kind, id)).filter((publication) => ids.includes(publication.id))
  if (document.approval.state !== 'approved') return created
  const scheduled = await scheduleAll(engine, { document, publications: created, signer })
  await takeBackIfOvertaken(engine, { kind, approved: document })
  return scheduled
}

const takenBack = new Refusal(
  'recalled',
  'Nội dung này đã bị gỡ; hãy sửa và trình duyệt lại trước khi hẹn giờ đăng.',
  409,
)

export async function scheduleAll(
  engine: Engine,
  { document, publications, signer }: { document: DeskDocument; publications: Publication[]; signer: Signer },
): Promise<Publication[]> {
  const frozen = await freezeAll(engine, document, publications)
  const scheduled: Publication[] = []
  for (const publication of publications) {
    const snapshot = frozen.get(publication.id)
    if (snapshot)
      scheduled.push(await schedule(engine, publication, { frozen: snapshot, document, actor: actorOf(signer) }))
  }
  return scheduled
}

async function checkWishes(
  engine: Engine,
  { document, kind, items }: { document: DeskDocument; kind: Kind; items: Wish[] },
): Promise<ChannelRow[]> {
  const taken = (await publicationsOf(engine, kind, document.id))
    .filter(({ state }) => state !== 'cancelled' && state !== 'withdrawn')
    .map(({ channel }) => channel)
  const channels: ChannelRow[] = []
  const problems: { code: string; message: string }[] = []
  for (const [index, item] of items.entries()) {
    const channel = await findChannel(engine, item.channel)
    const isDouble = taken.includes(channel.id) || items.findIndex((other) => other.channel === item.channel) !== index
    problems.push(...problemsOf(engine, { document, item, channel, isDouble }))
    channels.push(channel)
  }
  if (problems.length > 0) throw refuseWith(problems)
  return channels
}

function problemsOf(
  engine: Engine,
  { document, item, channel, isDouble }: { document: DeskDocument; item: Wish; channel: ChannelRow; isDouble: boolean },
): { code: string; message: string }[] {
  const checks: [boolean, string, string][] = [
    [
      channel.organization !== document.organization.id,
      'channel_of_other_organization',
      `Kênh “${channel.name}” thuộc cơ quan khác; hãy chọn kênh của cơ quan mình.`,
    ],
    [
      channel.state === 'off' || channel.state === 'attention',
      'channel_not_connected',
      `Kênh “${channel.name}” chưa kết nối; hãy nhờ quản trị kênh kết nối lại trước.`,
    ],
    [
      isPast(engine, item.dueAt),
      'due_in_past',
      `Giờ đăng ở kênh “${channel.name}” đã qua; hãy chọn giờ sau thời điểm này.`,
    ],
    [
      isDouble,
      'already_planned',
      `Nội dung này đã có bài đăng ở kênh “${channel.name}”; hãy hẹn lại giờ bài đó thay vì tạo thêm.`,
    ],
  ]
  return checks.filter(([isWrong]) => isWrong).map(([, code, message]) => ({ code, message }))
}

export function isPast({ now }: Engine, hour: Date): boolean {
  return hour.getTime() < now().getTime() - GRACE_MINUTES * 60_000
}

async function latePolicyOf(engine: Engine, organization: string): Promise<Late> {
  const found = await engine.payload.findByID({
    collection: 'organizations',
    id: organization,
    depth: 0,
    overrideAccess: true,
  })
  return { policy: found.latePolicy, afterMinutes: found.lateAfterMinutes }
}
