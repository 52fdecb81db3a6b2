/** Taking a post down where it stands: for a person's verb, and for a recall. */
import type { Channel } from '@/channels/contract'
import { channelOf } from '@/channels/registry'
import { Refusal } from '@/platform/errors'
import { TransitionError } from '@/publishing/states'
import type { Engine } from '../..'
import { freshCredentials } from '../../credentials'
import type { Publication } from '../../rows'
import { bareCall } from '../../send/call'
import { wakeLater } from '../../transition'
import { readChannel } from '../read-content'
import { liveOf } from './live'

type Withdrawing = Channel & { withdraw: NonNullable<Channel['withdraw']> }

/**
 * The platform alone; the row is the caller's. What is already gone is no error, so a repeat is safe.
 * @throws Refusal 409 where only a person can do it, ChannelError for what the platform answers
 */
export async function takeDown(engine: Engine, publication: Publication): Promise<void> {
  const driver = requireWithdraw(publication)
  const channel = await readChannel(engine, publication.channel)
  const credentials = await freshCredentials(engine, driver, channel)
  // Before the call: the platform may tell us that it is gone sooner than it answers.
  if (!(await wakeLater(engine, publication, { withdrawAskedAt: engine.now() })))
    throw new TransitionError(publication.state, 'withdraw')
  await driver.withdraw(liveOf(engine, publication), bareCall(engine, { driver, channel, credentials }))
}

export const CANNOT_WITHDRAW = 'cannot_withdraw'

function requireWithdraw({ platform, remoteId }: Publication): Withdrawing {
  const driver = channelOf(platform)
  if (!canWithdraw(driver)) throw cannot(`${driver.label} không cho gỡ qua hệ thống; hãy gỡ trực tiếp trên nền tảng.`)
  // A platform that is asked about an id it never gave says "gone", and the post would stay up.
  if (isAddress(remoteId) && !driver.takesAddresses)
    throw cannot(`Hệ thống chỉ biết đường dẫn của bài này; hãy mở bài trên ${driver.label} và gỡ trực tiếp.`)
  return driver
}

function canWithdraw(driver: Channel): driver is Withdrawing {
  return driver.withdraw !== undefined
}

function isAddress(remoteId: string | null): boolean {
  return /^https?:\/\//.test(remoteId ?? '')
}

function cannot(message: string): Refusal {
  return new Refusal(CANNOT_WITHDRAW, message, 409)
}
