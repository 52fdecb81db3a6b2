import type { CollectionAfterChangeHook, CollectionBeforeChangeHook } from 'payload'
import { channelOf } from '@/channels/registry'
import { sealFor } from '@/engine/credentials'
import { deriveToken } from '@/platform/crypto'
import { environment } from '@/platform/env'
import { Refusal } from '@/platform/errors'

/** Checks what was written against the driver's schema and keeps it out of the row. */
export const takeCredentials: CollectionBeforeChangeHook = ({ data, originalDoc, operation, context }) => {
  const { credentials: given, ...rest } = data
  const driver = channelOf(data.platform ?? originalDoc?.platform)
  const credentials = given ?? (driver.isOurs && operation === 'create' ? ownCredentials(driver.platform) : null)
  if (credentials === null) return rest
  const parsed = driver.credentials.safeParse(credentials)
  if (!parsed.success) {
    const names = parsed.error.issues.map((issue) => issue.path.join('.') || issue.message).join(', ')
    throw new Refusal('credentials_invalid', `Thông tin kết nối chưa đúng: hãy kiểm tra lại ${names}.`)
  }
  context.credentials = parsed.data
  return rest
}

/** Our own section: nobody has to look its token up. */
function ownCredentials(platform: string): { address: string; token: string } {
  const { PUBLIC_URL, APP_SECRET } = environment()
  return { address: PUBLIC_URL, token: deriveToken(APP_SECRET, platform) }
}

/** The record's id is part of the encryption, so it is sealed once the row has one. */
export const sealCredentials: CollectionAfterChangeHook = async ({ doc, context, req }) => {
  const { credentials } = context
  if (credentials === undefined) return doc
  delete context.credentials
  await req.payload.update({
    collection: 'channels',
    id: doc.id,
    data: { secret: sealFor(String(doc.id), credentials), secretExpiresAt: null },
    req,
    overrideAccess: true,
    depth: 0,
  })
  return doc
}
