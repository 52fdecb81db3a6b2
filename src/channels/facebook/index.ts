import type { Channel } from '../contract'
import { check } from './account/check'
import { connect } from './account/connect'
import { renew, RENEW_BEFORE_SECONDS } from './account/renew'
import { inspect } from './inspect'
import { addresses, limits, renditions } from './limits'
import { update, withdraw } from './live/change'
import { find } from './live/find'
import { follow } from './live/follow'
import { credentials, options, post, type FacebookPost } from './options'
import { publish } from './publish'
import { audience, measure } from './reach'
import { render } from './render'
import { webhook } from './webhook'

export const channel: Channel<FacebookPost> = {
  platform: 'facebook',
  label: 'Facebook',
  description: 'Trang Facebook của cơ quan: bài chữ, đường dẫn, một hoặc nhiều ảnh, video, thước phim (Reel).',
  addresses,
  look: { shape: 'post', colour: '#0866ff' },
  limits,
  renditions,
  options,
  credentials,
  post,
  renewBeforeSeconds: RENEW_BEFORE_SECONDS,
  connect,
  webhook,
  render,
  inspect,
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
