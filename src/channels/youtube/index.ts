import { ChannelError, type Call, type Channel, type Live } from '../contract'
import { check, renew } from './account/check'
import { connect } from './account/connect'
import { deleteVideo } from './api'
import { inspect } from './inspect'
import { addresses, limits, renditions } from './limits'
import { credentials, options, post, type YoutubePost } from './options'
import { foreseeQuota } from './quota'
import { audience, measure } from './reach'
import { render } from './render'
import { find } from './upload/find'
import { follow } from './upload/follow'
import { publish } from './upload/publish'
import { update } from './upload/update'

export const channel: Channel<YoutubePost> = {
  platform: 'youtube',
  label: 'YouTube',
  description: 'Kênh YouTube của cơ quan: video ngang hoặc dọc, kèm tiêu đề, mô tả, ảnh bìa và phụ đề.',
  addresses,
  look: { shape: 'video', colour: '#c4302b' },
  limits,
  renditions,
  options,
  credentials,
  post,
  connect,
  render,
  inspect,
  foresee: (_draft, { quotaLeft }) => foreseeQuota(quotaLeft),
  publish,
  follow,
  find,
  update,
  withdraw,
  measure,
  audience,
  check,
  renew,
}

/** Deletes; a video is only hidden by an update to `private`. What is already gone is not an error. */
async function withdraw({ remoteId }: Live, call: Call): Promise<void> {
  try {
    await deleteVideo(call, remoteId)
  } catch (error) {
    if (!(error instanceof ChannelError && error.code === 'videoNotFound')) throw error
  }
}
