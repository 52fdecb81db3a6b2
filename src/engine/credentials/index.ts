/** Credentials for the next call, renewed by one process at a time and stored before first use (design.md rule 8). */
import { randomUUID } from 'node:crypto'
import { type Channel, ChannelError } from '@/channels/contract'
import { addSeconds } from '@/platform/clock'
import type { Engine } from '..'
import type { ChannelRow } from '../rows'
import { bareCall } from '../send/call'
import { applicationKeys } from './application'
import { lock, unlock } from './lock'
import { ownOf, wholeOf } from './merge'
import { type Keys, openCredentials } from './seal'
import { isSameGrant, readAgain, storeRenewed } from './store'

export { openCredentials, sealFor } from './seal'

const DEFAULT_RENEW_BEFORE_SECONDS = 600

type Renewing = Channel & { renew: NonNullable<Channel['renew']> }

type Held = { driver: Renewing; channel: ChannelRow; token: string; application: Keys }

/** Credentials that will live through the next call, the application's keys with them: renewed first when their end is near. */
export async function freshCredentials(engine: Engine, driver: Channel, channel: ChannelRow): Promise<unknown> {
  const application = await applicationKeys(engine, driver, channel.organization)
  const whole = (row: ChannelRow) => wholeOf(driver, application, openCredentials(row))
  if (!canRenew(driver) || !endsSoon(engine, driver, channel)) return whole(channel)
  const token = randomUUID()
  const locked = await lock(engine, channel, token)
  if (!locked) return isAlive(engine, channel) ? whole(channel) : waitForOther()
  if (endsSoon(engine, driver, locked)) return renewLocked(engine, { driver, channel: locked, token, application })
  await unlock(engine, locked, token)
  return whole(locked)
}

/** How a channel's credentials are come by; whoever works on it asks once for many posts. */
export type CredentialsOf = (channel: ChannelRow) => Promise<unknown>

/** For one turn of a channel: asked once, and anew when it has another secret or its end is near. */
export function credentialsForTurn(engine: Engine, driver: Channel): CredentialsOf {
  let known: { secret: string | null; credentials: unknown } | null = null
  return async (channel) => {
    const isKnown = known?.secret === channel.secret && !(canRenew(driver) && endsSoon(engine, driver, channel))
    if (known && isKnown) return known.credentials
    const credentials = await freshCredentials(engine, driver, channel)
    known = { secret: channel.secret, credentials }
    return credentials
  }
}

async function renewLocked(engine: Engine, held: Held): Promise<unknown> {
  const { driver, channel, token, application } = held
  try {
    const own = openCredentials(channel)
    const credentials = wholeOf(driver, application, own)
    const renewed = await driver.renew(bareCall(engine, { driver, channel, credentials }))
    const kept = ownOf(renewed.credentials as Keys, { own, application })
    const isStored = await storeRenewed(engine, channel, { own: kept, expiresAt: renewed.expiresAt })
    if (isStored) return wholeOf(driver, application, kept)
  } catch (cause) {
    await unlock(engine, channel, token)
    return afterFailure(engine, held, cause)
  }
  engine.log.warn({ channel: channel.id }, 'somebody connected the channel anew while it was being renewed')
  throw notRenewed()
}

/** What still lives stays in use; a refusal counts only while nobody else has brought a newer grant. */
async function afterFailure(engine: Engine, { driver, channel, application }: Held, cause: unknown): Promise<unknown> {
  if (!(cause instanceof ChannelError)) throw cause
  if (['unavailable', 'throttled', 'outcome-unknown'].includes(cause.kind)) {
    if (!isAlive(engine, channel)) throw cause.kind === 'throttled' ? cause : notRenewed(cause)
    return wholeOf(driver, application, openCredentials(channel))
  }
  const present = await readAgain(engine, channel)
  if (!present.secret || isSameGrant(present, channel)) throw cause
  return wholeOf(driver, application, openCredentials(present))
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

function waitForOther(): never {
  throw new ChannelError('unavailable', 'Kênh đang được gia hạn kết nối; hệ thống sẽ gửi lại sau ít giây.', {
    code: 'renewing',
  })
}

function canRenew(driver: Channel): driver is Renewing {
  return driver.renew !== undefined
}

/** Never renewed and of unknown life: now. Renewed, and the platform names no end: not by the clock. */
function endsSoon({ now }: Engine, driver: Channel, { secretExpiresAt, secretRenewedAt }: ChannelRow): boolean {
  if (!secretExpiresAt) return !secretRenewedAt
  return secretExpiresAt <= addSeconds(now(), driver.renewBeforeSeconds ?? DEFAULT_RENEW_BEFORE_SECONDS)
}

function isAlive({ now }: Engine, { secretExpiresAt }: ChannelRow): boolean {
  return secretExpiresAt !== null && secretExpiresAt > now()
}
