/** Telegram's Bot API as far as a publisher meets it, and the addresses that t.me would give its posts. */
import { parseBody } from '../body'
import type { Desk, Lookalike, SandboxAnswer, SandboxRequest } from '../contract'
import { accepted, refused, TelegramRefusal } from './answers'
import { findBot, findChat, openAccount } from './chats'
import { addMessage } from './messages'
import { methods } from './methods'
import { wall } from './wall'

const RETRY_AFTER = 5

export const lookalike: Lookalike = {
  platform: 'telegram',
  label: 'Telegram',
  mounts: { TELEGRAM_API_URL: '', TELEGRAM_WEB_URL: '/t.me' },
  nameCall: ({ path }) => /^\/bot[^/]*\/([A-Za-z]+)$/.exec(path)?.[1] ?? 'page',
  handle,
  throttled: () =>
    refused(new TelegramRefusal(429, `Too Many Requests: retry after ${RETRY_AFTER}`, { retry_after: RETRY_AFTER })),
  tokenDead: () => refused(new TelegramRefusal(401, 'Unauthorized')),
  wall,
  open,
}

async function handle(request: SandboxRequest, desk: Desk): Promise<SandboxAnswer> {
  const page = /^\/(c\/)?(\w+)\/(\d+)$/.exec(request.path)
  if (page) return { status: 302, headers: { location: `/_wall/telegram#${anchorOf(desk, page)}` } }
  try {
    return accepted(await call(request, desk))
  } catch (cause) {
    if (cause instanceof TelegramRefusal) return refused(cause)
    throw cause
  }
}

async function call(request: SandboxRequest, desk: Desk): Promise<unknown> {
  const [, token, name] = /^\/bot([^/]*)\/([A-Za-z]+)$/.exec(request.path) ?? []
  if (token === undefined || name === undefined) throw new TelegramRefusal(404, 'Not Found')
  const bot = findBot(desk, token)
  const method = methods[name]
  if (!method) throw new TelegramRefusal(404, 'Not Found: method not found')
  const form = await parseBody(request)
  return method(desk, { ...form, fields: { ...Object.fromEntries(request.query), ...form.fields } }, bot)
}

/** `t.me/name/57` and `t.me/c/1000000001/57` lead to the post on the wall. */
function anchorOf(desk: Desk, [, isPrivate, name, id]: RegExpExecArray): string {
  const chat = findChat(desk, isPrivate ? `-100${name}` : `@${name}`)
  return `${chat.id}/${id}`
}

/** A channel that has been there for a while: its first post is older than anything we send. */
function open(desk: Desk, name: string) {
  const { account, username, credentials } = openAccount(desk, name)
  const isNew = !desk.records.get('telegram.welcomed', account)
  if (isNew)
    addMessage(desk, findChat(desk, account), {
      kind: 'text',
      marked: { text: `Kênh chính thức của ${name}.`, entities: [] },
    })
  desk.records.put('telegram.welcomed', account, true)
  return { account, url: `/t.me/${username}`, credentials }
}
