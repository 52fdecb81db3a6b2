import type { CollectionAfterChangeHook, CollectionBeforeChangeHook, PayloadRequest } from 'payload'
import { idOf } from '@/access/roles'
import { channelOf } from '@/channels/registry'
import type { Channel } from '@/channels/contract'
import { engineOf } from '@/engine'
import { appendAudit } from '@/engine/audit'
import { freshStart } from '@/engine/channel/connect/fresh-start'
import { sealFor } from '@/engine/credentials'
import { applicationKeys } from '@/engine/credentials/application'
import { wrongNames } from '@/engine/credentials/merge'
import { deriveToken } from '@/platform/crypto'
import { environment } from '@/platform/env'
import { Refusal } from '@/platform/errors'
import { actorIn } from '../../hooks/actor'
import { engineFields } from '../fields'

type Data = Record<string, unknown>

/**
 * Checks what was written against the driver's schema and keeps it out of the row. A saved form carries every field as
 * it was when it was read: what the engine owns is left out, or a token renewed in between would be overwritten.
 */
export const takeCredentials: CollectionBeforeChangeHook = async ({ data, originalDoc, operation, context, req }) => {
  const { credentials: given, ...rest } = data as Data
  if (operation === 'update') refuseOtherPlatform(rest, originalDoc)
  const saved = operation === 'create' ? rest : withoutEngineFields(rest)
  if (context['engineSet']) return { ...saved, ...(context['engineSet'] as Data) }
  const { platform, organization } = { ...(originalDoc as Data | undefined), ...rest }
  const driver = channelOf(String(platform))
  const credentials = given ?? (operation === 'create' && driver.isOurs ? ownCredentials(driver.platform) : null)
  if (credentials) context['credentials'] = await checked(req, driver, { credentials, organization })
  return saved
}

function withoutEngineFields(data: Data): Data {
  return Object.fromEntries(Object.entries(data).filter(([name]) => !engineFields.includes(name)))
}

function refuseOtherPlatform({ platform }: Data, originalDoc: Data): void {
  if (platform === undefined || platform === originalDoc['platform']) return
  throw new Refusal('platform_fixed', 'Không đổi được nền tảng của một kênh; hãy tạo kênh khác.')
}

async function checked(
  req: PayloadRequest,
  driver: Channel,
  { credentials, organization }: { credentials: unknown; organization: unknown },
): Promise<unknown> {
  if (typeof credentials !== 'object' || credentials === null || Array.isArray(credentials))
    throw new Refusal('credentials_invalid', 'Thông tin kết nối phải là một đối tượng JSON, dạng {"tên": "giá trị"}.')
  const application = await applicationKeys(engineOf(req.payload), driver, idOf(organization as string))
  const parsed = driver.credentials.safeParse({ ...application, ...credentials })
  if (parsed.success) return withoutApplication(parsed.data as Data, { application, given: credentials })
  throw new Refusal(
    'credentials_invalid',
    `Thông tin kết nối chưa đúng: hãy kiểm tra lại ${wrongNames(parsed.error.issues)}.`,
  )
}

function withoutApplication(parsed: Data, { application, given }: { application: object; given: object }): Data {
  return Object.fromEntries(Object.entries(parsed).filter(([name]) => name in given || !(name in application)))
}

/** Our own section: nobody has to look its token up. */
function ownCredentials(platform: string): { address: string; token: string } {
  const { PUBLIC_URL, APP_SECRET } = environment()
  return { address: PUBLIC_URL, token: deriveToken(APP_SECRET, platform) }
}

/** The record's id is part of the encryption, so it is sealed once the row has one; another account starts afresh too. */
export const sealCredentials: CollectionAfterChangeHook = async ({ doc, previousDoc, operation, context, req }) => {
  const { credentials } = context
  const isMoved = operation === 'update' && previousDoc.externalId !== doc.externalId
  if (context['engineSet'] || (credentials === undefined && !isMoved)) return doc
  delete context['credentials']
  const secret =
    credentials === undefined ? {} : { secret: sealFor(String(doc.id), credentials), secretExpiresAt: null }
  const engineSet = { ...freshStart(doc.state), ...secret }
  await writeEngineSet(req, String(doc.id), engineSet)
  await appendAudit(engineOf(req.payload), {
    action: credentials === undefined ? 'channel-account-changed' : 'channel-credentials-given',
    subject: `channels:${String(doc.id)}`,
    organization: idOf(doc.organization),
    actor: actorIn(req),
    detail: { account: doc.externalId },
  })
  return { ...doc, state: engineSet.state, checkedAt: null }
}

/** In the transaction of the request; the context is the request's own, so the mark is taken off again. */
async function writeEngineSet(req: PayloadRequest, id: string, engineSet: Data): Promise<void> {
  try {
    const context = { engineSet }
    await req.payload.update({ collection: 'channels', id, data: {}, req, context, overrideAccess: true, depth: 0 })
  } finally {
    delete req.context['engineSet']
  }
}
