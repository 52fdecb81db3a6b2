import { ChannelError, type Call, type Channel, type Live } from '../contract'
import { deletePost } from './api'
import { find } from './find'
import { check } from './health'
import { inspect } from './inspect'
import { addresses, limits, renditions } from './limits'
import { credentials, options, post, type FacebookPost } from './options'
import { publish } from './publish'
import { audience, measure } from './reach'
import { render } from './render'

export const channel: Channel<FacebookPost> = {
  platform: 'facebook',
  label: 'Facebook',
  description: 'Trang Facebook của cơ quan: bài chữ, đường dẫn, một hoặc nhiều ảnh.',
  addresses,
  limits,
  renditions,
  options,
  credentials,
  post,
  render,
  inspect,
  publish,
  find,
  withdraw,
  measure,
  audience,
  check,
}

/** 100/33: the post is gone already. */
async function withdraw({ remoteId }: Live, call: Call): Promise<void> {
  try {
    await deletePost(call, remoteId)
  } catch (error) {
    if (!(error instanceof ChannelError && error.code === '100/33')) throw error
  }
}
