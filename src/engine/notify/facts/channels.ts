import { channelOf } from '@/channels/registry'
import type { Engine } from '../..'
import { expiryStageOf } from '../../channel/judge'
import type { ChannelRow } from '../../rows'
import type { Fact } from '.'

export type NoticeChannel = Pick<
  ChannelRow,
  'id' | 'name' | 'platform' | 'organization' | 'state' | 'problem' | 'expiresAt' | 'brokenAt'
>

const MOST_CHANNELS = 2000

export async function readNoticeChannels({ rows }: Engine): Promise<NoticeChannel[]> {
  return rows.find<ChannelRow>('channels', {
    where: {},
    select: ['name', 'platform', 'organization', 'state', 'problem', 'expiresAt', 'brokenAt'],
    limit: MOST_CHANNELS,
  })
}

export function channelFacts(engine: Engine, channels: readonly NoticeChannel[]): Fact[] {
  return channels.flatMap((channel) => [...attention(channel), ...expiring(engine, channel)])
}

/** The platform that fails mends itself, or a person sees to it: not the same matter as a connection that has ended. */
function attention({ id, name, organization, state, problem, brokenAt }: NoticeChannel): Fact[] {
  if (state !== 'attention') return []
  const kind = brokenAt ? 'broken' : 'attention'
  const detail = { title: name, ...(problem ? { reason: problem } : {}), link: `/admin/collections/channels/${id}` }
  return [{ key: `${kind}|channels:${id}`, kind, group: `${kind}|${organization}`, organization, detail }]
}

/** Each stage is a matter of its own: told at 14, 7, 3 and 1 days. What renews itself ends for nobody. */
function expiring({ now }: Engine, { id, name, platform, organization, state, expiresAt }: NoticeChannel): Fact[] {
  const stage = expiryStageOf(expiresAt, now())
  if (stage === null || !expiresAt || state === 'off' || channelOf(platform).renew) return []
  const reason = daysLeft(expiresAt, now())
  const detail = { title: name, reason, link: `/admin/collections/channels/${id}` }
  return [
    {
      key: `expiring|channels:${id}|${stage}`,
      kind: 'expiring',
      group: `expiring|${organization}`,
      organization,
      detail,
    },
  ]
}

function daysLeft(end: Date, now: Date): string {
  const days = Math.ceil((end.getTime() - now.getTime()) / 86_400_000)
  return days > 0 ? `còn ${days} ngày` : 'đã hết hạn'
}
