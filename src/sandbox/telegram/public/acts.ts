/** What readers do to a post, and what the bots of the channel are told of it. */
import type { Desk, PublicAct } from '../../contract'
import { channelOf, describeChat, type Chat } from '../chats'
import { describePoll, voteIn } from '../messages/poll'
import { changeMessage, listMessages, readMessage, secondsOf, type StoredMessage } from '../messages/store'
import { tell } from '../updates'

const LIKE = '👍'

type Meeting = { desk: Desk; chat: Chat; message: StoredMessage }

export const acts: Readonly<Record<string, PublicAct>> = {
  view: {
    label: 'Xem',
    act: onMessage(({ desk, message }, text) => {
      const more = Number.parseInt(text, 10)
      changeMessage(desk, message, { views: message.views + (more > 0 ? more : 1) })
    }),
  },
  react: { label: 'Bày tỏ cảm xúc', act: onMessage(react) },
  vote: { label: 'Bình chọn', act: onMessage(vote) },
  // The Bot API tells nobody that a post was taken down.
  remove: {
    label: 'Gỡ bài (quản trị kênh)',
    act: onMessage(({ desk, message }) => {
      const whole = listMessages(desk, message.chat).filter(({ group, id }) =>
        message.group ? group === message.group : id === message.id,
      )
      for (const one of whole) changeMessage(desk, one, { isRemoved: true })
    }),
  },
}

function onMessage(act: (meeting: Meeting, text: string) => void): PublicAct['act'] {
  return (desk, { account, id }, text) => {
    const chat = channelOf(desk, account)
    const message = chat ? readMessage(desk, chat, Number(id.split('/').at(-1))) : null
    if (chat && message) act({ desk, chat, message }, text)
  }
}

function react({ desk, chat, message }: Meeting, text: string): void {
  const emoji = text.trim() || LIKE
  const reactions = { ...message.reactions, [emoji]: (message.reactions[emoji] ?? 0) + 1 }
  changeMessage(desk, message, { reactions })
  const counts = Object.entries(reactions).map(([name, total]) => ({
    type: { type: 'emoji', emoji: name },
    total_count: total,
  }))
  const date = secondsOf(desk.now().toISOString())
  const content = { chat: describeChat(chat), message_id: message.id, date, reactions: counts }
  tell(desk, chat, { name: 'message_reaction_count', content })
}

/** The poll itself is told, without a word about where it stands. */
function vote({ desk, chat, message }: Meeting, text: string): void {
  if (!message.poll || message.poll.isClosed) return
  const poll = voteIn(message.poll, text)
  changeMessage(desk, message, { poll })
  tell(desk, chat, { name: 'poll', content: describePoll(poll) })
}
