/** Telegram's Bot API as far as a publisher meets it, and the pages that t.me shows of its posts. */
import { parseBody } from '../body'
import type { Desk, Lookalike, SandboxAnswer, SandboxRequest } from '../contract'
import { acts } from './public/acts'
import { accepted, refused, TelegramRefusal } from './answers'
import { findBot, openAccount } from './bots'
import { channelOf } from './chats'
import { floodKnob, tooMany } from './flood'
import { queueKnobs } from './messages/send'
import { addMessage, releaseQueued } from './messages/store'
import { methods } from './methods'
import { showPreview } from './public/preview'
import { serverKnob, underServerFault } from './server-faults'
import { wall } from './public/wall'

const RETRY_AFTER = 5

export const lookalike: Lookalike = {
  platform: 'telegram',
  label: 'Telegram',
  mounts: { TELEGRAM_API_URL: '', TELEGRAM_WEB_URL: '/t.me' },
  nameCall: ({ path }) => /^\/bot[^/]*\/([A-Za-z]+)$/.exec(path)?.[1] ?? 'page',
  handle,
  throttled: () => refused(tooMany(RETRY_AFTER)),
  tokenDead: () => refused(new TelegramRefusal(401, 'Unauthorized')),
  wall,
  acts,
  knobs: { messagesPerMinute: floodKnob, serverAnswer: serverKnob, ...queueKnobs },
  open,
}

async function handle(request: SandboxRequest, desk: Desk): Promise<SandboxAnswer> {
  releaseQueued(desk)
  if (!request.path.startsWith('/bot')) return showPage(request, desk)
  try {
    return await underServerFault(desk, request.path, async () => accepted(await call(request, desk)))
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
function showPage({ path, query }: SandboxRequest, desk: Desk): SandboxAnswer {
  const preview = showPreview(desk, path, query)
  if (preview) return preview
  const [, isPrivate, name, id] = /^\/(c\/)?(\w+)(?:\/(\d+))?$/.exec(path) ?? []
  const chat = name ? channelOf(desk, isPrivate ? `-100${name}` : `@${name}`) : undefined
  if (!chat) return { status: 404, body: 'Không có kênh này.' }
  return { status: 302, headers: { location: `/_wall/telegram${id ? `#${chat.id}/${id}` : ''}` } }
}

/** A channel that has been there for a while: its first post is older than anything we send. */
function open(desk: Desk, name: string) {
  const { account, username, credentials } = openAccount(desk, name)
  const chat = channelOf(desk, account)
  if (chat && !desk.records.get('telegram.welcomed', account))
    addMessage(desk, chat, { kind: 'text', text: `Kênh chính thức của ${name}.`, entities: [] })
  desk.records.put('telegram.welcomed', account, true)
  return { account, url: `/t.me/${username}`, credentials }
}
