/**
 * What a platform that tells us something is answered. Only our own database is touched: the notice is stored and a job
 * handles it, so that the answer comes at once, however many there are.
 */
import type { WebhookRequest } from '@/channels/contract'
import { channels } from '@/channels/registry'
import type { Engine } from '..'
import type { ChannelRow } from '../rows'
import { countUp } from './count'
import { type Listening, listens, type Source, sourcesOf } from './place'
import { readBytes } from './read-bytes'
import { storeNotices } from './store'

export type Address = { platform: string; channel?: string | undefined }

const MOST_BYTES = 1024 * 1024

export async function answerWebhook(engine: Engine, request: Request, address: Address): Promise<Response> {
  const driver = channels.find(({ platform }) => platform === address.platform)
  const place = driver && listens(driver) ? await findPlace(engine, driver, address) : null
  if (!driver || !listens(driver) || !place) return refuse(404, 'not_found', 'Không có địa chỉ nhận thông báo này.')
  const sources = await sourcesOf(engine, driver, place.channel)
  return request.method === 'GET' ? greet(driver, sources, request) : receive(engine, { driver, sources, request })
}

/** An application's address has no channel in it, a channel's address has one of that platform. */
async function findPlace(
  engine: Engine,
  { platform, webhook }: Listening,
  { channel: id }: Address,
): Promise<{ channel: ChannelRow | null } | null> {
  if (webhook.scope === 'application') return id === undefined ? { channel: null } : null
  if (id === undefined || !(await isKnown(engine, id))) return null
  const [channel] = await engine.rows.find<ChannelRow>('channels', { where: { id, platform }, limit: 1 })
  return channel ? { channel } : null
}

/** Through Payload, which takes an id that no row of this database could have for one that is not there. */
async function isKnown({ payload }: Engine, id: string): Promise<boolean> {
  const options = { collection: 'channels', id, depth: 0, disableErrors: true, overrideAccess: true } as const
  return Boolean(await payload.findByID({ ...options, select: { name: true } }))
}

function greet({ webhook }: Listening, sources: Source[], request: Request): Response {
  const query = Object.fromEntries(new URL(request.url).searchParams)
  const answers = sources.flatMap(({ keys }) => webhook.greet?.(query, keys) ?? [])
  const [answer] = answers
  if (answer === undefined) return refuse(403, 'not_genuine', 'Không phải lời chào của nền tảng.')
  return plain(200, answer)
}

type Delivery = { driver: Listening; sources: Source[]; request: Request }

async function receive(engine: Engine, { driver, sources, request }: Delivery): Promise<Response> {
  const body = await readBytes(request, MOST_BYTES)
  if (!body) return refuse(413, 'too_large', 'Thông báo nặng hơn 1 MB nên không được nhận.')
  const judged = judge(engine, driver, { sources, request: { headers: Object.fromEntries(request.headers), body } })
  if (judged === 'probe') return plain(200, '')
  if (judged === 'forged') {
    await countUp(engine, `webhook_forged|${driver.platform}`)
    engine.log.warn({ platform: driver.platform, bytes: body.length }, 'a webhook was not signed by the platform')
    return refuse(401, 'not_genuine', 'Chữ ký của thông báo không đúng.')
  }
  await storeNotices(engine, { driver, source: judged, body })
  return plain(200, '')
}

type Sent = { sources: Source[]; request: WebhookRequest }

function judge(
  { log }: Engine,
  { platform, webhook }: Listening,
  { sources, request }: Sent,
): Source | 'probe' | 'forged' {
  const verdicts = sources.map((source) => ({ source, verdict: verify(source) }))
  const genuine = verdicts.find(({ verdict }) => verdict === 'genuine')
  if (genuine) return genuine.source
  return verdicts.some(({ verdict }) => verdict === 'probe') ? 'probe' : 'forged'

  function verify({ keys }: Source) {
    try {
      return webhook.verify(request, keys)
    } catch (cause) {
      log.error({ platform, err: cause }, 'a signature could not be checked')
      return 'forged'
    }
  }
}

function plain(status: number, text: string): Response {
  return new Response(text, { status, headers: { 'content-type': 'text/plain; charset=utf-8', ...guarded } })
}

function refuse(status: number, code: string, message: string): Response {
  return Response.json({ errors: [{ code, message }] }, { status, headers: guarded })
}

const guarded = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' }
