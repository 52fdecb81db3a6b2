import { ChannelError } from '@/channels/contract'
import { channelOf } from '@/channels/registry'
import { Refusal } from '@/platform/errors'
import type { Engine } from '..'
import { type Actor, appendAudit } from '../audit'
import { freshCredentials } from '../credentials'
import { refuseCall } from '../desk/refusals'
import type { ChannelRow } from '../rows'
import { bareCall } from '../send/call'
import { afterFailure, requireLegalNote } from './check'
import { findStop } from './stops'

/** "Gửi thử và xóa": a word is posted and taken back. It is public for a moment, so it obeys every switch. */
export async function probeChannel(engine: Engine, channel: ChannelRow, actor: Actor): Promise<void> {
  const driver = channelOf(channel.platform)
  if (!driver.probe)
    throw new Refusal(
      'cannot_probe',
      `${driver.label} không có cách gửi thử rồi xóa; hãy dùng “Kiểm tra kết nối”.`,
      409,
    )
  requireLegalNote(driver, channel)
  await requireReady(engine, channel)
  const failure = await attempt(engine, channel)
  await appendAudit(engine, {
    action: 'channel-probed',
    subject: `channels:${channel.id}`,
    organization: channel.organization,
    actor,
    detail: { outcome: failure ? failure.code : 'done' },
  })
  if (!failure) return
  await afterFailure(engine, channel, failure)
  throw failure.kind === 'outcome-unknown' ? leftOpen : refuseCall(failure)
}

const leftOpen = new Refusal(
  'channel_outcome_unknown',
  'Nền tảng không trả lời rõ: tin thử có thể còn trên kênh; hãy mở kênh để xem và xóa nếu còn.',
  503,
)

async function requireReady(engine: Engine, channel: ChannelRow): Promise<void> {
  const { state } = channel
  if (state === 'paused' || (await findStop(engine, channel)))
    throw new Refusal('paused', 'Việc đăng đang tạm dừng nên không gửi thử; hãy mở lại trước.', 409)
  if (state !== 'connected')
    throw new Refusal('channel_not_connected', 'Kênh chưa kết nối; hãy kiểm tra và xác nhận đúng trang trước.', 409)
}

/** Its steps need no checkpoint: nothing is ever tried again. */
async function attempt(engine: Engine, channel: ChannelRow): Promise<ChannelError | null> {
  const driver = channelOf(channel.platform)
  try {
    const credentials = await freshCredentials(engine, driver, channel)
    const call = bareCall(engine, { driver, channel, credentials })
    await driver.probe?.({ ...call, checkpoint: () => Promise.resolve() })
    return null
  } catch (cause) {
    if (cause instanceof ChannelError) return cause
    throw cause
  }
}
