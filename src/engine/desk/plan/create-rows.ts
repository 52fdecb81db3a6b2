/** The rows of new publications: all of them or none, and never a second living one of an item on a channel. */
import { commitTransaction, initTransaction, killTransaction, type PayloadRequest } from 'payload'
import { idOf } from '@/access/roles'
import type { Kind } from '@/channels/contract'
import { randomCode } from '@/platform/crypto'
import { Refusal } from '@/platform/errors'
import type { LatePolicy } from '@/publishing/due'
import type { ChannelRow } from '../../rows'
import type { DeskDocument } from '../read-content'

export type Late = { policy: LatePolicy; afterMinutes: number }

type WishedRow = { dueAt: Date; late?: Late; urgent?: boolean }

/** Of a publication that goes before all others on its channel. */
export const URGENT = 1

export type NewRow = ReturnType<typeof rowOf>

export function rowOf(
  document: DeskDocument,
  { kind, item, channel, late }: { kind: Kind; item: WishedRow; channel: ChannelRow; late: Late },
) {
  return {
    title: document.title,
    contentKind: kind,
    contentId: document.id,
    channel: channel.id,
    platform: channel.platform,
    organization: document.organization.id,
    campaign: document.campaign ? idOf(document.campaign) : undefined,
    audiences: document.audiences.map((audience) => idOf(audience as never)),
    topics: document.topics.map((topic) => idOf(topic as never)),
    dueAt: item.dueAt.toISOString(),
    state: 'draft' as const,
    latePolicy: item.late?.policy ?? late.policy,
    lateAfterMinutes: item.late?.afterMinutes ?? late.afterMinutes,
    priority: item.urgent ? URGENT : 0,
    trackedCode: randomCode(),
    placeKey: `${document.id}:${channel.id}`,
    revision: 0,
  }
}

/** @throws Refusal 409 when somebody else planned the same place at the same moment; nothing is left behind then. */
export async function createRows(request: PayloadRequest, rows: readonly NewRow[]): Promise<string[]> {
  const isOurs = await initTransaction(request)
  const ids: string[] = []
  try {
    for (const data of rows) ids.push(await createRow(request, data))
    if (isOurs) await commitTransaction(request)
    return ids
  } catch (cause) {
    await killTransaction(request)
    throw isTaken(cause) ? alreadyPlanned() : cause
  }
}

async function createRow(request: PayloadRequest, data: NewRow): Promise<string> {
  const options = { collection: 'publications', req: request, depth: 0, overrideAccess: true } as const
  const { id } = await request.payload.create({ ...options, data: data as never })
  return String(id)
}

/** A unique field that is taken, or (MongoDB) a transaction that lost against another one writing the same key. */
function isTaken(cause: unknown): boolean {
  const { data, errorLabels = [] } = cause as { data?: { errors?: { path?: string }[] }; errorLabels?: string[] }
  const taken = (data?.errors ?? []).some(({ path }) => path === 'placeKey')
  return taken || errorLabels.includes('TransientTransactionError')
}

function alreadyPlanned(): Refusal {
  return new Refusal('already_planned', 'Vừa có người khác đặt bài này lên cùng kênh; hãy tải lại trang.', 409)
}
