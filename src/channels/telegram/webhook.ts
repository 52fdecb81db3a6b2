/** What Telegram tells a bot by itself. The only proof is a secret in a header; there is no signature over the body. */
import { createHash, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { readJson } from '../contract/exchange'
import type { Notice, NoticeEvent, Webhook } from '../contract'
import { callTelegram } from './api'
import { readName } from './messages/message'

const SECRET_HEADER = 'x-telegram-bot-api-secret-token'

/** `message_reaction_count` comes only to those who name it. */
const allowedUpdates = ['message', 'channel_post', 'message_reaction_count', 'poll', 'my_chat_member']

const chat = z.object({ id: z.number() })
const text = z.string().nullish()
const dated = z.object({ chat, date: z.number() })

const channelPost = dated.extend({
  message_id: z.number(),
  text,
  caption: text,
  poll: z.object({ question: z.string() }).nullish(),
})
const reactionCount = dated.extend({
  message_id: z.number(),
  reactions: z.array(z.object({ total_count: z.number() })),
})
const memberChange = dated.extend({
  new_chat_member: z.object({ status: z.string(), can_post_messages: z.boolean().nullish() }),
})
const migration = dated.extend({ migrate_to_chat_id: z.number() })
const poll = z.object({ id: z.string(), total_voter_count: z.number() })

type Told = Omit<Notice, 'key' | 'at'> & { at?: Date }

const readers: Readonly<Record<string, (content: unknown) => Told | null>> = {
  channel_post: (content) => read(channelPost, content, readPost),
  message_reaction_count: (content) =>
    read(reactionCount, content, ({ message_id: id, reactions, ...place }) =>
      tell(place, {
        kind: 'counted',
        remoteId: String(id),
        metric: 'reactions',
        value: reactions.reduce((sum, { total_count: count }) => sum + count, 0),
        definition: 'message_reaction_count',
      }),
    ),
  my_chat_member: (content) => read(memberChange, content, readStanding),
  message: (content) =>
    read(migration, content, ({ migrate_to_chat_id: id, ...place }) =>
      tell(place, { kind: 'moved', account: String(id) }),
    ),
  // Nothing in it says where the poll stands: the channel is the one at whose address it came in.
  poll: (content) =>
    read(poll, content, ({ id, total_voter_count: value }) => ({
      account: '',
      event: { kind: 'counted', remoteId: id, metric: 'votes', value, definition: 'poll.total_voter_count' },
    })),
}

export const webhook: Webhook = {
  scope: 'channel',
  verify: ({ headers }, { secret }) =>
    secret !== '' && isSame(headers[SECRET_HEADER] ?? '', secret) ? 'genuine' : 'forged',
  read: readUpdate,
  concerns,
  async subscribe(call, { url, secret }) {
    await callTelegram(call, {
      method: 'setWebhook',
      payload: { url, secret_token: secret, allowed_updates: allowedUpdates },
      schema: z.boolean(),
    })
  },
}

/** A poll has an id of its own, a number of votes and nothing else to count. */
function concerns(remoteId: string, part: string): 'whole' | 'part' | null {
  if (!/^\d/.test(remoteId)) return null
  const parts = readName(remoteId)
  if (parts.some(({ poll: asked }) => asked === part)) return 'whole'
  const ids = parts.flatMap((one) => one.ids)
  if (!ids.includes(Number(part))) return null
  return ids.length === 1 ? 'whole' : 'part'
}

/** Over digests, so that neither the content nor the length takes a time of its own. */
function isSame(given: string, secret: string): boolean {
  const digest = (value: string) => createHash('sha256').update(value).digest()
  return timingSafeEqual(digest(given), digest(secret))
}

function readUpdate(body: string): Notice[] {
  const parsed = z.object({ update_id: z.number() }).catchall(z.unknown()).safeParse(readJson(body))
  const { update_id: number, ...contents } = parsed.success ? parsed.data : { update_id: 0 }
  const [name = 'nothing', content] = Object.entries(contents)[0] ?? []
  const told = readers[name]?.(content) ?? { account: accountOf(content), event: { kind: 'other', name } as const }
  // Numbers of updates are a bot's own; with the place they are unique among all bots.
  const place = told.account || (told.event.kind === 'counted' ? told.event.remoteId : 'bot')
  return [{ at: new Date(0), ...told, key: `${place}/${name}/${number}` }]
}

function read<Content>(schema: z.ZodType<Content>, content: unknown, tellOf: (content: Content) => Told): Told | null {
  const parsed = schema.safeParse(content)
  return parsed.success ? tellOf(parsed.data) : null
}

function readPost({ message_id: id, text: words, caption, poll: asked, ...place }: z.infer<typeof channelPost>): Told {
  return tell(place, { kind: 'appeared', remoteId: String(id), text: words ?? caption ?? asked?.question ?? '' })
}

function readStanding({ new_chat_member: member, ...place }: z.infer<typeof memberChange>): Told {
  const isOut = member.status === 'kicked' || member.status === 'left'
  if (isOut) return tell(place, { kind: 'revoked', because: 'Bot đã bị đưa ra khỏi kênh Telegram.' })
  const mayNotPost = member.status === 'member' || member.status === 'restricted' || member.can_post_messages === false
  if (mayNotPost) return tell(place, { kind: 'revoked', because: 'Bot đã bị thu quyền đăng bài trong kênh Telegram.' })
  return tell(place, { kind: 'other', name: 'my_chat_member' })
}

function tell({ chat: { id }, date }: z.infer<typeof dated>, event: NoticeEvent): Told {
  return { account: String(id), at: new Date(date * 1000), event }
}

function accountOf(content: unknown): string {
  const parsed = z.object({ chat }).safeParse(content)
  return parsed.success ? String(parsed.data.chat.id) : ''
}
