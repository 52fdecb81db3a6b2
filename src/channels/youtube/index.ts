import { ChannelError, type Call, type Channel, type Live } from '../contract'
import { check, renew } from './account'
import { deleteVideo } from './api'
import { find } from './upload/find'
import { follow } from './upload/follow'
import { inspect } from './inspect'
import { addresses, limits } from './limits'
import { credentials, options, post, type YoutubePost } from './options'
import { publish } from './upload/publish'
import { audience, measure } from './reach'
import { render } from './render'

export const channel: Channel<YoutubePost> = {
  platform: 'youtube',
  label: 'YouTube',
  description: 'Kênh YouTube của cơ quan: video ngang hoặc dọc, kèm tiêu đề và mô tả.',
  addresses,
  limits,
  renditions: [],
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

/** What is already gone is not an error. */
async function withdraw({ remoteId }: Live, call: Call): Promise<void> {
  try {
    await deleteVideo(call, remoteId)
  } catch (error) {
    if (!(error instanceof ChannelError && error.code === 'videoNotFound')) throw error
  }
}
