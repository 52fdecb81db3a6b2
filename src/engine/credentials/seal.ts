/** Secrets at rest (design.md rule 7): sealed with today's key, bound to their record, opened also with the key before it. */
import { ChannelError, type Json } from '@/channels/contract'
import { decrypt, encrypt } from '@/platform/crypto'
import { environment } from '@/platform/env'
import type { ChannelRow } from '../rows'

/** What a driver is given and gives back: flat or not, always an object. */
export type Keys = Readonly<Record<string, Json>>

/** `record` is the collection and the row's id: `channels:…`. */
export function seal(record: string, value: unknown): string {
  return encrypt(JSON.stringify(value), { key: environment().ENCRYPTION_KEY, record })
}

/** @throws Error when it was sealed with neither key, for another record, or is no sealed value. */
export function unseal(record: string, sealed: string): unknown {
  const { ENCRYPTION_KEY, ENCRYPTION_KEY_OLD } = environment()
  return JSON.parse(decrypt(sealed, { key: ENCRYPTION_KEY, formerKey: ENCRYPTION_KEY_OLD, record }))
}

export function sealFor(channel: string, credentials: unknown): string {
  return seal(`channels:${channel}`, credentials)
}

/** The channel's own, without the application's keys. @throws ChannelError `unauthorized` when there are none to read */
export function openCredentials({ id, secret }: Pick<ChannelRow, 'id' | 'secret'>): Keys {
  if (!secret)
    throw new ChannelError('unauthorized', 'Kênh chưa có thông tin kết nối; hãy nhập lại ở mục Kênh.', {
      code: 'no-credentials',
    })
  try {
    return unseal(`channels:${id}`, secret) as Keys
  } catch (cause) {
    throw new ChannelError(
      'unauthorized',
      'Không giải mã được thông tin kết nối (khóa mã hóa đã đổi?); hãy nhập lại.',
      { code: 'unreadable-credentials', cause },
    )
  }
}
