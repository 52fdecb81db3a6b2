import { channelOf } from '@/channels/registry'
import { ChannelError } from '@/channels/contract'
import { Refusal } from '@/platform/errors'
import type { Engine } from '..'
import { type Actor, appendAudit } from '../audit'
import { freshCredentials } from '../credentials'
import { refuseCall } from '../desk/refusals'
import type { ChannelRow } from '../rows'
import { bareCall } from '../send/call'
import { listens, type Listening, placeOf } from './place'

export type Subscribed = { url: string; isTold: boolean; note: string | null }

/** The platform learns where to tell us things; repeatable. Where only its console can be told, a person gets the address. */
export async function subscribeChannel(engine: Engine, channel: ChannelRow, actor: Actor): Promise<Subscribed> {
  const driver = channelOf(channel.platform)
  if (!listens(driver)) throw new Refusal('cannot_subscribe', `${driver.label} không tự báo tin cho hệ thống.`, 409)
  const place = placeOf(engine, driver, channel)
  if (!driver.webhook.subscribe) return { url: place.url, isTold: false, note: noteFor(driver) }
  await tellPlatform(engine, { driver, channel, place })
  await appendAudit(engine, {
    action: 'channel-subscribed',
    subject: `channels:${channel.id}`,
    organization: channel.organization,
    actor,
    detail: { url: place.url },
  })
  return { url: place.url, isTold: true, note: null }
}

type Telling = { driver: Listening; channel: ChannelRow; place: { url: string; secret: string } }

async function tellPlatform(engine: Engine, { driver, channel, place }: Telling): Promise<void> {
  try {
    const credentials = await freshCredentials(engine, driver, channel)
    await driver.webhook.subscribe?.(bareCall(engine, { driver, channel, credentials }), place)
  } catch (cause) {
    throw cause instanceof ChannelError ? refuseCall(cause) : cause
  }
}

function noteFor({ label }: Listening): string {
  return `Hãy dán địa chỉ này vào ô Webhook ở trang quản lý ứng dụng của ${label}.`
}
