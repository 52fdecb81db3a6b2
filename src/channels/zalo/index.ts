import { ChannelError, type Call, type Channel, type Live } from '../contract'
import { check, renew } from './account'
import { remove } from './api'
import { find, readDetailIfThere } from './find'
import { inspect } from './inspect'
import { addresses, limits, renditions } from './limits'
import { credentials, options, post, type ZaloPost } from './options'
import { follow, publish } from './publish'
import { audience, measure } from './reach'
import { render } from './render'

export const channel: Channel<ZaloPost> = {
  platform: 'zalo',
  label: 'Zalo',
  description: 'Bài viết của Zalo Official Account, có ảnh bìa, chữ và ảnh.',
  addresses,
  limits,
  renditions,
  // A token lives 25 hours; Zalo's own advice is to renew at about 20.
  renewBeforeSeconds: 5 * 3_600,
  options,
  credentials,
  post,
  render,
  inspect,
  publish,
  follow,
  find,
  withdraw,
  measure,
  audience,
  check,
  renew,
}

/** Zalo names no code of its own for "gone": after a refusal the article itself is asked. */
async function withdraw({ remoteId }: Live, call: Call): Promise<void> {
  try {
    await remove(call, remoteId)
  } catch (error) {
    if (!(error instanceof ChannelError && error.kind === 'rejected')) throw error
    if ((await readDetailIfThere(call, remoteId)) !== null) throw error
  }
}
