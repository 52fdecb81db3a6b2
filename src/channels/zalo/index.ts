import { ChannelError, type Call, type Channel, type Live } from '../contract'
import { remove } from './api/articles'
import { tell } from './api/messages'
import { check } from './connection/check'
import { connect } from './connection/connect'
import { renew } from './connection/tokens'
import { webhook } from './connection/webhook'
import { find, readDetailIfThere } from './find'
import { foresee } from './inspect/foresee'
import { inspect } from './inspect'
import { addresses, limits, renditions } from './limits'
import { credentials, options, post, type ZaloPost } from './options'
import { follow, publish } from './publish'
import { update } from './publish/update'
import { audience, measure } from './reach'
import { render } from './render'

export const channel: Channel<ZaloPost> = {
  platform: 'zalo',
  label: 'Zalo',
  description: 'Bài viết và bài video của Zalo Official Account; có thể gửi broadcast tới người quan tâm.',
  addresses,
  look: { shape: 'article', colour: '#0068ff' },
  limits,
  renditions,
  // A token lives 25 hours; Zalo's own advice is to renew at about 20.
  renewBeforeSeconds: 5 * 3_600,
  options,
  credentials,
  post,
  connect,
  webhook,
  render,
  inspect,
  foresee,
  publish,
  follow,
  find,
  update,
  withdraw,
  leftBehind: ({ post: sent }) => (sent.broadcast ? BROADCAST_STAYS : null),
  measure,
  audience,
  tell,
  check,
  renew,
}

const BROADCAST_STAYS =
  'Bài đã gỡ, nhưng tin broadcast đã gửi vẫn nằm trong hộp trò chuyện của người nhận và không thu lại được; nếu nội dung sai, hãy gửi tin cải chính.'

/**
 * Takes the article down; a broadcast of it stays in people's chats. Zalo names no code of its own for "gone": after a
 * refusal the article itself is asked.
 */
async function withdraw({ remoteId }: Live, call: Call): Promise<void> {
  try {
    await remove(call, remoteId)
  } catch (error) {
    if (!(error instanceof ChannelError && error.kind === 'rejected')) throw error
    if ((await readDetailIfThere(call, remoteId)) !== null) throw error
  }
}
