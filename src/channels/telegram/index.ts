/** Telegram: a bot that posts into a channel. Its own limits are told in `limits`, what it cannot know in `reach` and `find`. */
import type { Channel } from '../contract'
import { check, probe } from './account'
import { inspect } from './inspect'
import { count } from './inspect/count'
import { limits, renditions } from './limits'
import { update, withdraw } from './messages/change'
import { find } from './messages/find'
import { follow } from './messages/follow'
import { publish } from './messages/publish'
import { credentials, options, post, type TelegramPost } from './options'
import { audience, measure } from './reach'
import { render } from './render'
import { webhook } from './webhook'

export const channel: Channel<TelegramPost> = {
  platform: 'telegram',
  label: 'Telegram',
  description:
    'Đăng bài, ảnh, album, phim, tệp và bình chọn vào một kênh Telegram qua bot. Chỉ bật sau khi đọc lưu ý pháp lý.',
  addresses: {
    api: { variable: 'TELEGRAM_API_URL', fallback: 'https://api.telegram.org' },
    // No answer of the Bot API holds a post's address; in training it must lead to the look-alike all the same.
    web: { variable: 'TELEGRAM_WEB_URL', fallback: 'https://t.me' },
  },
  look: { shape: 'message', colour: '#2481cc' },
  limits,
  renditions,
  options,
  credentials,
  post,
  needsLegalNote: true,
  webhook,
  render,
  inspect,
  count,
  publish,
  follow,
  find,
  update,
  withdraw,
  takesAddresses: true,
  measure,
  audience,
  probe,
  check,
}
