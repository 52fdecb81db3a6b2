/** A notice is kept once, whatever the number of its deliveries, with no more in it than what we act on. */
import type { Notice, NoticeEvent } from '@/channels/contract'
import { sha256 } from '@/platform/crypto'
import type { Engine } from '..'
import { linksIn } from './links'
import type { Listening, Source } from './place'

export type NoticeRow = {
  id: string
  platform: string
  account: string | null
  /** Of the address it came in at, where each channel has its own. */
  channel: string | null
  organization: string | null
  at: Date
  event: NoticeEvent
  state: 'waiting' | 'handled' | 'ignored'
  tries: number
  [field: string]: unknown
}

/** Inserts at the same time: a platform sends up to a thousand at once and waits for an answer. */
const AT_ONCE = 16

type Delivered = { driver: Listening; source: Source; body: Uint8Array }

export async function storeNotices(engine: Engine, { driver, source, body }: Delivered): Promise<void> {
  const notices = readNotices(engine, driver, body)
  for (let from = 0; from < notices.length; from += AT_ONCE)
    await Promise.all(notices.slice(from, from + AT_ONCE).map((notice) => store(engine, { ...notice, driver, source })))
}

/** A driver never fails here; if it does, the platform must not send the same for hours. */
function readNotices({ log, now }: Engine, { platform, webhook }: Listening, body: Uint8Array): Notice[] {
  const unreadable: Notice = { key: sha256(body), account: '', at: now(), event: { kind: 'other', name: 'unreadable' } }
  try {
    const notices = webhook.read(new TextDecoder().decode(body))
    return notices.length > 0 ? notices : [unreadable]
  } catch (cause) {
    log.error({ platform, err: cause }, 'a genuine webhook could not be read')
    return [unreadable]
  }
}

type Stored = Notice & Pick<Delivered, 'driver' | 'source'>

async function store(engine: Engine, { driver, source, key, account, at, event }: Stored): Promise<void> {
  const row = {
    platform: driver.platform,
    key: [driver.platform, source.channel ?? source.organization ?? '', sha256(key).slice(0, 40)].join('|'),
    account,
    channel: source.channel,
    ...(source.organization ? { organization: source.organization } : {}),
    // Some name no hour; then it is that of its first coming.
    at: at.getTime() > 0 ? at : engine.now(),
    receivedAt: engine.now(),
    event: withoutOthersWords(engine, event),
    state: 'waiting',
    wakeAt: engine.now(),
    tries: 0,
  }
  try {
    await engine.rows.insert('notices', row)
  } catch (cause) {
    if ((await engine.rows.count('notices', { key: row.key })) === 0) throw cause
  }
}

const LONGEST_NAME = 100

/** Of a text only our own links stay, of an unknown event only its name: what people wrote is not ours to keep. */
function withoutOthersWords(engine: Engine, event: NoticeEvent): NoticeEvent {
  if (event.kind === 'appeared') return { ...event, text: linksIn(engine, event.text).join(' ') }
  if (event.kind === 'other') return { kind: 'other', name: event.name.slice(0, LONGEST_NAME) }
  return event
}
