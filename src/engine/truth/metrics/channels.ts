import type { Engine } from '../..'
import { type ChannelTruth, readChannels } from '../channels'
import { readPauses } from '../pauses'
import type { Metric } from './metric'

export async function ofChannels(engine: Engine): Promise<Metric[]> {
  const channels = await readChannels(engine, 'everything')
  const pauses = await readPauses(engine, { scope: 'everything', channels })
  return [
    {
      name: 'paused',
      help: 'How many pauses stand: of everything, of organizations, of channels',
      samples: (['everything', 'organization', 'channel'] as const).map((kind) => ({
        labels: { what: kind },
        value: pauses.filter(({ what }) => what === kind).length,
      })),
    },
    {
      name: 'channel_state',
      help: 'State of each channel: connected, attention, paused or off',
      samples: channels.map(({ id, platform, state }) => ({ labels: { channel: id, platform, state }, value: 1 })),
    },
    ...perChannel.map(({ value, ...metric }) => ({
      ...metric,
      samples: channels.map((channel) => ({
        labels: { channel: channel.id, platform: channel.platform },
        value: value(channel),
      })),
    })),
  ]
}

type PerChannel = { name: string; help: string; value(channel: ChannelTruth): number | null }

const perChannel: readonly PerChannel[] = [
  {
    name: 'channel_broken',
    help: '1 while nothing is sent there because sends failed in a row',
    value: ({ broken }) => (broken ? 1 : 0),
  },
  {
    name: 'channel_failures_in_a_row',
    help: 'Sends of one class that failed there since the last good one',
    value: ({ failures }) => failures,
  },
  {
    name: 'channel_last_good_timestamp_seconds',
    help: 'When the last publication went live there',
    value: ({ lastGoodAt }) => seconds(lastGoodAt),
  },
  {
    name: 'channel_expiry_timestamp_seconds',
    help: 'When the connection ends; left out where it renews itself or is not known',
    value: ({ expiresAt }) => seconds(expiresAt),
  },
  {
    name: 'channel_eased_until_timestamp_seconds',
    help: 'Nothing is sent on the channel before it',
    value: ({ easedUntil }) => seconds(easedUntil),
  },
]

function seconds(date: Date | null): number | null {
  return date && date.getTime() / 1000
}
