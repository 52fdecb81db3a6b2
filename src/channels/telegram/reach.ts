/** What a bot can learn about its channel, and what Telegram keeps from bots. */
import { z } from 'zod'
import { ChannelError, type Call, type Health, type Live, type Reading } from '../contract'
import { API_VERSION, callTelegram } from './api'
import { credentials } from './options'

const hidden = [
  { metric: 'views', definition: 'message.views', because: 'Telegram không cho bot đọc lượt xem của bài.' },
  {
    metric: 'reactions',
    definition: 'message_reaction_count',
    because: 'Telegram chỉ báo lượt bày tỏ cảm xúc qua webhook, hệ thống chưa nhận kênh này.',
  },
] as const

export function measure(posts: readonly Live[]): Promise<Reading[]> {
  const readings = posts.flatMap(({ publication }) =>
    hidden.map((fact) => ({ ...fact, publication, apiVersion: API_VERSION, value: null })),
  )
  return Promise.resolve(readings)
}

export async function audience(call: Call): Promise<Reading[]> {
  const value = await callTelegram(call, {
    method: 'getChatMemberCount',
    payload: { chat_id: call.account },
    schema: z.number().int(),
  })
  return [{ publication: null, metric: 'followers', definition: 'getChatMemberCount', apiVersion: API_VERSION, value }]
}

const member = z.object({ status: z.string() }).catchall(z.unknown())

export async function check(call: Call): Promise<Health> {
  const bot = await callTelegram(call, { method: 'getMe', payload: {}, schema: z.object({ id: z.number() }) })
  const chat = await callTelegram(call, {
    method: 'getChat',
    payload: { chat_id: call.account },
    schema: z.object({ title: z.string().nullish() }),
  })
  const rights = await callTelegram(call, {
    method: 'getChatMember',
    payload: { chat_id: call.account, user_id: bot.id },
    schema: member,
  })
  const { opsChat } = credentials.parse(call.credentials)
  if (opsChat) await callTelegram(call, { method: 'getChat', payload: { chat_id: opsChat }, schema: z.object({}) })
  if (!mayPost(rights))
    throw new ChannelError(
      'unauthorized',
      'Bot chưa có quyền đăng bài trong kênh; hãy cấp quyền quản trị viên cho bot.',
      { code: 'cannot-post' },
    )
  const name = chat.title ?? call.account
  const profile = { account: call.account, name, url: null, picture: null, followers: null, verified: null }
  return { identity: name, profile, scopes: scopesOf(rights), warnings: [], expiresAt: null, quotaLeft: null }
}

function mayPost(rights: z.infer<typeof member>): boolean {
  if (rights.status === 'creator') return true
  return rights.status === 'administrator' && rights['can_post_messages'] !== false
}

function scopesOf(rights: z.infer<typeof member>): string[] {
  return Object.entries(rights)
    .filter(([name, value]) => name.startsWith('can_') && value === true)
    .map(([name]) => name)
}
