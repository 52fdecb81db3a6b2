import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionBeforeChangeHook,
  PayloadRequest,
} from 'payload'
import { idOf } from '@/access/roles'
import { channelOf } from '@/channels/registry'
import { engineOf } from '@/engine'
import { appendAudit } from '@/engine/audit'
import { wrongNames } from '@/engine/credentials/merge'
import { seal } from '@/engine/credentials/seal'
import { Refusal } from '@/platform/errors'
import { actorIn } from '../../hooks/actor'

type Data = Record<string, unknown>

/** Checks the keys against the driver's schema and keeps them out of the row, as with a channel's credentials. */
export const takeKeys: CollectionBeforeChangeHook = async ({ data, originalDoc, operation, context, req }) => {
  const { keys, ...rest } = withoutSealed(data)
  const platform = String(originalDoc?.platform ?? rest['platform'])
  if (context['sealed']) return { ...rest, ...(context['sealed'] as Data) }
  refuseOtherPlatform(rest, platform)
  if (keys ?? operation === 'create') context['keys'] = parseKeys(platform, keys)
  if (operation === 'create') await refuseSecond(req, platform, String(rest['organization']))
  return rest
}

/** Written only by `sealKeys`: a saved form carries them as they were when it was read. */
function withoutSealed(data: Data): Data {
  return Object.fromEntries(Object.entries(data).filter(([name]) => name !== 'secret' && name !== 'keysGivenAt'))
}

function refuseOtherPlatform(data: Data, platform: string): void {
  if (data['platform'] === undefined || data['platform'] === platform) return
  throw new Refusal('platform_fixed', 'Không đổi được nền tảng của khóa ứng dụng; hãy thêm khóa khác.')
}

function parseKeys(platform: string, keys: unknown): unknown {
  const { connect, label } = channelOf(platform)
  if (!connect)
    throw new Refusal('application_not_needed', `${label} không cần khóa ứng dụng; hãy nhập thông tin ở từng kênh.`)
  const parsed = connect.application.safeParse(keys)
  if (parsed.success) return parsed.data
  const names = wrongNames(parsed.error.issues)
  throw new Refusal('application_keys_invalid', `Khóa ứng dụng ${label} chưa đúng: hãy kiểm tra lại ${names}.`)
}

async function refuseSecond({ payload }: PayloadRequest, platform: string, organization: string): Promise<void> {
  const where = { platform: { equals: platform }, organization: { equals: organization } }
  const { totalDocs } = await payload.count({ collection: 'applications', where, overrideAccess: true })
  if (totalDocs > 0)
    throw new Refusal('application_exists', 'Cơ quan này đã có khóa ứng dụng của nền tảng; hãy sửa khóa đang có.', 409)
}

/** The record's id is part of the encryption, so it is sealed once the row has one. */
export const sealKeys: CollectionAfterChangeHook = async ({ doc, context, req }) => {
  const { keys } = context
  if (keys === undefined) return doc
  delete context['keys']
  const id = String(doc.id)
  const sealed = { secret: seal(`applications:${id}`, keys), keysGivenAt: new Date().toISOString() }
  try {
    const context = { sealed }
    await req.payload.update({ collection: 'applications', id, data: {}, req, context, overrideAccess: true, depth: 0 })
  } finally {
    delete req.context['sealed']
  }
  await audit(req, doc, 'application-keys-given')
  return { ...doc, keysGivenAt: sealed.keysGivenAt }
}

export const auditRemoval: CollectionAfterDeleteHook = ({ doc, req }) => audit(req, doc, 'application-removed')

async function audit(req: PayloadRequest, doc: Data, action: string): Promise<void> {
  await appendAudit(engineOf(req.payload), {
    action,
    subject: `applications:${String(doc['id'])}`,
    organization: idOf(doc['organization'] as string),
    actor: actorIn(req),
    detail: { platform: String(doc['platform']) },
  })
}
