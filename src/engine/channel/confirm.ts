import { channelOf } from '@/channels/registry'
import { Refusal } from '@/platform/errors'
import type { Engine } from '..'
import { type Actor, appendAudit } from '../audit'
import type { ChannelRow } from '../rows'
import { checkChannel, requireLegalNote } from './check'
import { moveChannel } from './move'

/**
 * A person has compared what the platform told with the page they mean. `account` is what they saw: another one found
 * meanwhile is not confirmed. The platform is asked once more, so that what is connected works now.
 */
export async function confirmChannel(
  engine: Engine,
  channel: ChannelRow,
  { account, actor }: { account: string | null; actor: Actor },
): Promise<ChannelRow> {
  requireLegalNote(channelOf(channel.platform), channel)
  const profile = requireProfile(channel, account)
  const confirmed = await moveChannel(engine, channel, (present) => {
    requireProfile(present, profile.account)
    return { confirmedBy: actor.id, confirmedAt: engine.now(), confirmedAccount: profile.account }
  })
  await appendAudit(engine, {
    action: 'channel-confirmed',
    subject: `channels:${channel.id}`,
    organization: channel.organization,
    actor,
    detail: { account: profile.account, name: profile.name },
  })
  return checkChannel(engine, confirmed, actor)
}

function requireProfile({ profile, externalId }: ChannelRow, account: string | null) {
  if (!profile)
    throw new Refusal('not_checked', 'Chưa biết trang nào; hãy bấm “Kiểm tra kết nối” trước khi xác nhận.', 409)
  if (account !== null && account !== profile.account)
    throw new Refusal('other_account', 'Trang tìm thấy không còn là trang bạn đã xem; hãy tải lại và so lại.', 409)
  if (profile.account !== externalId)
    throw new Refusal(
      'other_account',
      `Trang tìm thấy có mã ${profile.account}, khác mã ${externalId} đã khai; hãy sửa mã hoặc kết nối lại đúng trang.`,
      409,
    )
  return profile
}
