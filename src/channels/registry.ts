/** Every platform there is. Adding one is a folder and a line here; nothing else knows their names. */
import type { Channel } from './contract'
import { channel as facebook } from './facebook'
import { channel as site } from './site'
import { channel as telegram } from './telegram'
import { channel as youtube } from './youtube'
import { channel as zalo } from './zalo'

/** In the order in which they are shown. A draft is parsed with its driver's own schema before it is used. */
export const channels = [site, facebook, zalo, youtube, telegram].map((channel) => channel as unknown as Channel)

export const platforms = channels.map((channel) => channel.platform)

/** @throws Error for a platform that has no driver. */
export function channelOf(platform: string): Channel {
  const channel = channels.find((candidate) => candidate.platform === platform)
  if (!channel) throw new Error(`no driver for ${platform}`)
  return channel
}

/** All renditions that any platform asks for. */
export const renditionSpecs = channels.flatMap((channel) => channel.renditions)

/** Those whose accounts can write to one person. */
export const tellingPlatforms = channels.flatMap(({ platform, label, tell }) =>
  tell ? [{ name: platform, label, hint: tell.hint }] : [],
)
