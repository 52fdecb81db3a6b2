/** Who the bot is in its channel: the chat, its own rights there, and whether it may really post. */
import { z } from 'zod'
import { ChannelError, type Call, type Health, type Problem } from '../contract'
import { callTelegram } from './api'
import { removeMessage } from './messages/message'
import { credentials } from './options'

const chatSchema = z.object({
  id: z.number(),
  title: z.string().nullish(),
  username: z.string().nullish(),
  has_protected_content: z.boolean().nullish(),
})
const member = z.object({ status: z.string() }).catchall(z.unknown())

type Chat = z.infer<typeof chatSchema>
type Rights = z.infer<typeof member>

export async function check(call: Call): Promise<Health> {
  const bot = await callTelegram(call, { method: 'getMe', payload: {}, schema: z.object({ id: z.number() }) })
  const chat = await readChat(call, call.account)
  const rights = await callTelegram(call, {
    method: 'getChatMember',
    payload: { chat_id: call.account, user_id: bot.id },
    schema: member,
  })
  if (!may(rights, 'can_post_messages')) throw cannotPost()
  const name = chat.title ?? call.account
  const url = chat.username ? `${call.addresses['web']}/${chat.username}` : null
  const followers = await countMembers(call)
  return {
    identity: name,
    profile: { account: String(chat.id), name, url, picture: null, followers, verified: null },
    scopes: scopesOf(rights),
    warnings: [...warnAboutRights(rights), ...warnAboutChat(chat, call), ...(await warnAboutOpsChat(call))],
    expiresAt: null,
    quotaLeft: null,
  }
}

/** A silent word that is deleted at once. */
export async function probe(call: Call): Promise<void> {
  const text = 'Tin gửi thử để kiểm tra kết nối; tin này được xóa ngay.'
  const sent = await callTelegram(call, {
    method: 'sendMessage',
    payload: { chat_id: call.account, text, disable_notification: true },
    schema: z.object({ message_id: z.number() }),
    irreversible: true,
  })
  await removeMessage(call, call.account, sent.message_id)
}

export function countMembers(call: Call): Promise<number> {
  return callTelegram(call, {
    method: 'getChatMemberCount',
    payload: { chat_id: call.account },
    schema: z.number().int(),
  })
}

function readChat(call: Call, id: string): Promise<Chat> {
  return callTelegram(call, { method: 'getChat', payload: { chat_id: id }, schema: chatSchema })
}

function may({ status, ...rights }: Rights, right: string): boolean {
  return status === 'creator' || (status === 'administrator' && rights[right] !== false)
}

function cannotPost(): ChannelError {
  const message = 'Bot chưa có quyền đăng bài trong kênh Telegram; hãy cấp quyền quản trị viên cho bot.'
  return new ChannelError('unauthorized', message, { code: 'cannot-post' })
}

function scopesOf(rights: Rights): string[] {
  return Object.entries(rights)
    .filter(([name, value]) => name.startsWith('can_') && value === true)
    .map(([name]) => name)
}

function warnAboutRights(rights: Rights): Problem[] {
  return [
    ...warnIf(!may(rights, 'can_edit_messages'), [
      'cannot-pin',
      'Bot chưa có quyền sửa tin nên không ghim được bài; hãy cấp quyền này nếu cần ghim.',
    ]),
    ...warnIf(!may(rights, 'can_delete_messages'), [
      'cannot-delete',
      'Bot chưa có quyền xóa tin nên không gỡ được bài quá 48 giờ; hãy cấp quyền này để gỡ bài khi cần.',
    ]),
  ]
}

function warnAboutChat({ username, has_protected_content: isProtected }: Chat, call: Call): Problem[] {
  const { preview } = credentials.parse(call.credentials)
  return [
    ...warnIf(isProtected ?? false, [
      'content-protected',
      'Kênh cấm chuyển tiếp nội dung: khi mất phản hồi, hệ thống không tự kiểm tra được bài đã lên chưa.',
    ]),
    ...warnIf(Boolean(preview) && !username, [
      'preview-impossible',
      'Kênh không có tên công khai nên không đọc được lượt xem từ trang t.me.',
    ]),
  ]
}

/** @throws ChannelError when a chat was named that the bot cannot see. */
async function warnAboutOpsChat(call: Call): Promise<Problem[]> {
  const { opsChat } = credentials.parse(call.credentials)
  if (!opsChat)
    return [
      {
        code: 'ops-chat-missing',
        message:
          'Chưa có nhóm vận hành riêng (opsChat): khi mất phản hồi, người trực phải tự mở kênh xem bài đã lên chưa.',
      },
    ]
  const { username } = await readChat(call, opsChat)
  return warnIf(Boolean(username), [
    'ops-chat-public',
    'Nhóm vận hành đang công khai: bài được chuyển tiếp vào đó khi kiểm tra; hãy dùng nhóm riêng.',
  ])
}

function warnIf(isSo: boolean, [code, message]: readonly [code: string, message: string]): Problem[] {
  return isSo ? [{ code, message }] : []
}
