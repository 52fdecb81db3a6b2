/** Telegram: a bot that posts into a channel. Its own limits are told in `limits`, what it cannot know in `reach` and `find`. */
import type { Channel } from '../contract'
import { find } from './find'
import { inspect } from './inspect'
import { limits, renditions } from './limits'
import { credentials, options, post, type TelegramPost } from './options'
import { publish, withdraw } from './publish'
import { audience, check, measure } from './reach'
import { render } from './render'

export const channel: Channel<TelegramPost> = {
  platform: 'telegram',
  label: 'Telegram',
  description: 'Đăng bài, ảnh và phim vào một kênh Telegram qua bot. Chỉ bật sau khi đọc lưu ý pháp lý.',
  addresses: {
    api: { variable: 'TELEGRAM_API_URL', fallback: 'https://api.telegram.org' },
    // No answer of the Bot API holds a post's address; in training it must lead to the look-alike all the same.
    web: { variable: 'TELEGRAM_WEB_URL', fallback: 'https://t.me' },
  },
  limits,
  renditions,
  options,
  credentials,
  post,
  needsLegalNote: true,
  render,
  inspect,
  publish,
  find,
  withdraw,
  measure,
  audience,
  check,
}
