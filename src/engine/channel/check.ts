import { type Channel, ChannelError, type Health } from '@/channels/contract'
import { channelOf } from '@/channels/registry'
import { addSeconds } from '@/platform/clock'
import { Refusal } from '@/platform/errors'
import type { Engine } from '..'
import type { Actor } from '../audit'
import { freshCredentials } from '../credentials'
import { refuseCall } from '../desk/refusals'
import type { ChannelRow } from '../rows'
import { bareCall, easeChannel } from '../send/call'
import { needAttention } from './attention'
import { probeLater } from './breaker/probe'
import { recordHealth } from './health'

const WAIT_SECONDS = 60

/** Identity, scopes, expiry; the channel's state follows. A platform that does not answer changes nothing. */
export async function checkChannel(engine: Engine, channel: ChannelRow, actor: Actor): Promise<ChannelRow> {
  const driver = channelOf(channel.platform)
  requireLegalNote(driver, channel)
  try {
    return await recordHealth(engine, { channel, driver, health: await askHealth(engine, driver, channel), actor })
  } catch (cause) {
    if (!(cause instanceof ChannelError)) throw cause
    await afterFailure(engine, channel, cause)
    throw refuseCall(cause)
  }
}

/** @throws Refusal 409 where a leader has to accept the legal note first */
export function requireLegalNote(driver: Channel, { legalNoteAcceptedBy }: ChannelRow): void {
  if (!driver.needsLegalNote || legalNoteAcceptedBy) return
  throw new Refusal(
    'legal_note_required',
    `Kênh ${driver.label} chỉ được bật sau khi lãnh đạo đọc và xác nhận lưu ý pháp lý.`,
    409,
  )
}

async function askHealth(engine: Engine, driver: Channel, channel: ChannelRow): Promise<Health> {
  const credentials = await freshCredentials(engine, driver, channel)
  return driver.check(bareCall(engine, { driver, channel, credentials }))
}

/** Only what the platform itself refuses needs a person; a platform that asks for a rest gets it. */
export async function afterFailure(engine: Engine, channel: ChannelRow, cause: ChannelError): Promise<void> {
  if (cause.kind === 'unauthorized') await needAttention(engine, channel, cause)
  if (cause.kind === 'throttled')
    await easeChannel(engine, channel, addSeconds(engine.now(), cause.retryAfter ?? WAIT_SECONDS))
  if (channel.brokenAt && cause.kind !== 'unauthorized') await probeLater(engine, channel)
}
