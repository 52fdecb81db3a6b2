/** What a browser does at a platform's consent page: reads the form, changes what the person changes, presses, is sent back. */
import type { Caller } from './rest'

export type Press = {
  /** `value` of the button. */
  press: string
  /** Ticks that the person takes away: the box's value ends with it. */
  untick?: readonly string[]
  /** Chosen values by the name of the field. */
  choose?: Readonly<Record<string, string>>
}

/** The address on which the browser comes back to us. @throws Error when the page has no such button */
export async function consent(address: string, person: Press): Promise<URL> {
  const page = await (await fetch(address)).text()
  const button = tagsOf(page, 'button').find(({ value }) => value === person.press)
  if (!button) throw new Error(`no button “${person.press}” on ${page.slice(0, 500)}`)
  const body = new URLSearchParams([[button['name'] ?? '', person.press]])
  for (const { name = '', value = '' } of tagsOf(page, 'input').filter((input) => isSent(input, person)))
    body.append(name, value)
  const [form = {}] = tagsOf(page, 'form')
  return send(new URL(form['action'] ?? '', address), body)
}

async function send(target: URL, body: URLSearchParams): Promise<URL> {
  const answer = await fetch(target, { method: 'POST', body, redirect: 'manual' })
  return new URL(answer.headers.get('location') ?? `about:not-sent-back-but-${answer.status}`)
}

function isSent({ type, name = '', value = '', checked }: Tag, { untick = [], choose = {} }: Press): boolean {
  const isTaken = name in choose ? choose[name] === value : checked !== undefined || type === 'hidden'
  return isTaken && !untick.some((end) => value.endsWith(end))
}

/** Comes back with the browser's login; where the person ends, as the parameters of the admin's page. */
export async function comeBack(caller: Caller, back: URL): Promise<Record<string, string>> {
  const answer = await caller.get(back.pathname.replace(/^\/api/, '') + back.search)
  if (answer.status !== 303) throw new Error(`${answer.status} ${answer.text}`)
  const page = new URL(answer.headers.get('location') ?? '', 'http://localhost:3000')
  if (page.pathname !== '/admin/collections/channels/connect') throw new Error(`ended on ${page.pathname}`)
  return Object.fromEntries(page.searchParams)
}

type Tag = Record<string, string>

function tagsOf(page: string, name: string): Tag[] {
  return [...page.matchAll(new RegExp(`<${name}\\b([^>]*)>`, 'g'))].map(([, attributes = '']) =>
    Object.fromEntries(
      [...attributes.matchAll(/([\w-]+)(?:="([^"]*)")?/g)].map(([, key = '', value = '']) => [key, plain(value)]),
    ),
  )
}

function plain(text: string): string {
  return text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}
