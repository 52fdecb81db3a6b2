/** Credentials at rest, and their renewal by one process at a time, stored before first use (design.md rule 8). */
import { randomUUID } from 'node:crypto'
import { type Channel, ChannelError, type Credentials } from '@/channels/contract'
import { addSeconds } from '@/platform/clock'
import { decrypt, encrypt } from '@/platform/crypto'
import { environment } from '@/platform/env'
import type { Engine } from '.'
import { bareCall } from './send/call'
import type { ChannelRow } from './rows'

const LOCK_SECONDS = 60
const DEFAULT_RENEW_BEFORE_SECONDS = 600

export function sealFor(record: string, credentials: unknown): string {
  return encrypt(JSON.stringify(credentials), { key: environment().ENCRYPTION_KEY, record: `channels:${record}` })
}

/** @throws ChannelError `unauthorized` when there are none or they cannot be read with today's key. */
export function openCredentials(channel: ChannelRow): unknown {
  if (!channel.secret)
    throw new ChannelError('unauthorized', 'Kênh chưa có thông tin kết nối; hãy nhập lại ở mục Kênh.', {
      code: 'no-credentials',
    })
  try {
    return JSON.parse(decrypt(channel.secret, { key: environment().ENCRYPTION_KEY, record: `channels:${channel.id}` }))
  } catch (cause) {
    throw new ChannelError(
      'unauthorized',
      'Không giải mã được thông tin kết nối (khóa mã hóa đã đổi?); hãy nhập lại.',
      { code: 'unreadable-credentials', cause },
    )
  }
}

/** Credentials that will live through the next call: renewed first when their end is near. */
export async function freshCredentials(engine: Engine, driver: Channel, channel: ChannelRow): Promise<unknown> {
  if (!driver.renew || !endsSoon(engine, driver, channel)) return openCredentials(channel)
  const token = randomUUID()
  const locked = await lock(engine, channel, token)
  if (!locked) return usableOrWait(engine, channel)
  if (!endsSoon(engine, driver, locked)) {
    await unlock(engine, locked, token)
    return openCredentials(locked)
  }
  return renewLocked(engine, driver, { channel: locked, token })
}

async function renewLocked(
  engine: Engine,
  driver: Channel,
  { channel, token }: { channel: ChannelRow; token: string },
): Promise<unknown> {
  try {
    const renewed = (await driver.renew?.(
      bareCall(engine, { driver, channel, credentials: openCredentials(channel) }),
    )) as Credentials
    const set = {
      secret: sealFor(channel.id, renewed.credentials),
      secretExpiresAt: renewed.expiresAt,
      renewLease: null,
      renewLeaseUntil: null,
    }
    // On the secret that was renewed, not on the lock: a slow answer holds the only grant there is.
    const stored = await engine.rows.update('channels', { id: channel.id, secret: channel.secret }, set)
    if (stored) return renewed.credentials
  } catch (cause) {
    await unlock(engine, channel, token)
    if (!isTransient(cause)) throw cause
    if (isAlive(engine, channel)) return openCredentials(channel)
    throw notRenewed(cause)
  }
  engine.log.warn({ channel: channel.id }, 'somebody connected the channel anew while it was being renewed')
  throw notRenewed()
}

function isTransient(cause: unknown): boolean {
  return cause instanceof ChannelError && ['unavailable', 'throttled', 'outcome-unknown'].includes(cause.kind)
}

/**
 * Nothing of the publication was sent. An answer lost on the way back may have taken a single-use grant with it, but only
 * the platform's own refusal of the next renewal proves that: a transient failure disconnects no channel.
 */
function notRenewed(cause?: unknown): ChannelError {
  return new ChannelError('unavailable', 'Chưa gia hạn được kết nối của kênh; hệ thống sẽ tự thử lại.', {
    code: 'renewal-failed',
    cause,
  })
}

function endsSoon({ now }: Engine, driver: Channel, { secretExpiresAt }: ChannelRow): boolean {
  if (!secretExpiresAt) return true
  return secretExpiresAt <= addSeconds(now(), driver.renewBeforeSeconds ?? DEFAULT_RENEW_BEFORE_SECONDS)
}

function isAlive({ now }: Engine, { secretExpiresAt }: ChannelRow): boolean {
  return secretExpiresAt !== null && secretExpiresAt > now()
}

function usableOrWait(engine: Engine, channel: ChannelRow): unknown {
  if (isAlive(engine, channel)) return openCredentials(channel)
  throw new ChannelError('unavailable', 'Kênh đang được gia hạn kết nối; hệ thống sẽ gửi lại sau ít giây.', {
    code: 'renewing',
  })
}

async function lock({ rows, now }: Engine, channel: ChannelRow, token: string): Promise<ChannelRow | null> {
  const set = { renewLease: token, renewLeaseUntil: addSeconds(now(), LOCK_SECONDS) }
  const free = await rows.update<ChannelRow>('channels', { id: channel.id, renewLeaseUntil: null }, set)
  return free ?? rows.update<ChannelRow>('channels', { id: channel.id, renewLeaseUntil: { atMost: now() } }, set)
}

async function unlock({ rows }: Engine, channel: ChannelRow, token: string): Promise<void> {
  await rows.update('channels', { id: channel.id, renewLease: token }, { renewLease: null, renewLeaseUntil: null })
}
