/** The public pages of t.me: a channel's last posts, and one post for embedding. Views are rounded as there. */
import type { Desk, SandboxAnswer } from '../../contract'
import { channelOf, type Chat } from '../chats'
import { listMessages, type StoredMessage } from '../messages/store'

const LENGTH = 20

/** `/s/<channel>`, `/<channel>/<id>?embed=1`; null for what is no such page. */
export function showPreview(desk: Desk, path: string, query: URLSearchParams): SandboxAnswer | null {
  const list = /^\/s\/(\w+)$/.exec(path)?.[1]
  if (list) return showList(desk, list)
  const [, name, id] = /^\/(\w+)\/(\d+)$/.exec(path) ?? []
  return name && id && query.get('embed') === '1' ? showOne(desk, name, Number(id)) : null
}

function showList(desk: Desk, name: string): SandboxAnswer {
  const chat = channelOf(desk, `@${name}`)
  if (!chat) return { status: 302, headers: { location: `/${name}` } }
  return page(
    leadsOf(desk, chat)
      .slice(-LENGTH)
      .map((message) => widget(message, chat))
      .join('\n'),
  )
}

function showOne(desk: Desk, name: string, id: number): SandboxAnswer {
  const chat = channelOf(desk, `@${name}`)
  const message = chat ? leadsOf(desk, chat).find((one) => one.id === id) : undefined
  if (!chat || !message) return page('<div class="tgme_widget_message_error">Post not found</div>')
  return page(widget(message, chat))
}

/** One message for each album. */
function leadsOf(desk: Desk, chat: Chat): StoredMessage[] {
  const seen = new Set<string>()
  return listMessages(desk, String(chat.id)).filter(({ isRemoved, group }) => {
    if (isRemoved || (group && seen.has(group))) return false
    if (group) seen.add(group)
    return true
  })
}

function widget({ id, text, views, at }: StoredMessage, { username }: Chat): string {
  const counted = views > 0 ? `<span class="tgme_widget_message_views">${round(views)}</span>` : ''
  return `<div class="tgme_widget_message_wrap js-widget_message_wrap"><div class="tgme_widget_message text_not_supported_wrap js-widget_message" data-post="${username}/${id}" data-view="x">
<div class="tgme_widget_message_text js-message_text" dir="auto">${escape(text)}</div>
<div class="tgme_widget_message_info short js-message_info">${counted}<span class="copyonly"> views</span><span class="tgme_widget_message_meta"><a class="tgme_widget_message_date" href="https://t.me/${username}/${id}"><time datetime="${at}" class="time"></time></a></span></div></div></div>`
}

/** 999, 1.2K, 12.3K, 1.05M: three figures at most, cut and never rounded up. */
export function round(views: number): string {
  if (views < 1000) return String(views)
  const [unit, size] = views < 1_000_000 ? (['K', 1000] as const) : (['M', 1_000_000] as const)
  const places = views / size < 10 ? 100 : 10
  const cut = Math.floor((views / size) * places) / places
  return `${Number(cut.toPrecision(3))}${unit}`
}

function page(main: string): SandboxAnswer {
  const body = `<!DOCTYPE html><html><head><meta charset="utf-8"><title>Telegram</title></head><body class="widget_frame_base">${main}</body></html>`
  return { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body }
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\n', '<br/>')
}
