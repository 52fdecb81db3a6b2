import type { Engine } from '../..'
import { type ChannelTruth, readChannels } from '../channels'
import { readPauses } from '../pauses'
import type { Metric } from './metric'

export async function ofChannels(engine: Engine): Promise<Metric[]> {
  const channels = await readChannels(engine, 'everything')
  const pauses = await readPauses(engine, { scope: 'everything', channels })
  const seconds = (date: Date | null) => (date === null ? null : date.getTime() / 1000)
  const perChannel = (value: (channel: ChannelTruth) => number | null) =>
    channels.map((channel) => ({ labels: { channel: channel.id, platform: channel.platform }, value: value(channel) }))
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
    {
      name: 'channel_last_good_timestamp_seconds',
      help: 'When the last publication went live there',
      samples: perChannel(({ lastGoodAt }) => seconds(lastGoodAt)),
    },
    {
      name: 'channel_expiry_timestamp_seconds',
      help: 'When the connection ends; left out where it renews itself or is not known',
      samples: perChannel(({ expiresAt }) => seconds(expiresAt)),
    },
    {
      name: 'channel_eased_until_timestamp_seconds',
      help: 'Nothing is sent on the channel before it',
      samples: perChannel(({ easedUntil }) => seconds(easedUntil)),
    },
  ]
}
