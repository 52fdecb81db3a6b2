/** What Zalo tells us: one address for the application, signed with the OA secret key over the raw body. */
import { createHash, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { readJson } from '../../contract/exchange'
import type { Notice, NoticeEvent, Webhook } from '../../contract'

export const webhook: Webhook = { scope: 'application', verify, read }

/** Ids are text, and some are longer than a number can hold. */
const id = z.union([z.string(), z.number()]).transform(String)
const party = z.object({ id }).nullish()
const shape = z.object({
  app_id: id.nullish(),
  oa_id: id.nullish(),
  event_name: z.string().nullish(),
  sender: party,
  recipient: party,
  follower: party,
  message: z.object({ msg_id: id.nullish() }).nullish(),
  timestamp: id.nullish(),
})
type Told = z.infer<typeof shape>

/**
 * Saving the address in Zalo's console sends a POST that is not validly signed and must be answered 200: without a
 * signature, or with one on something that is no event.
 */
function verify({ headers, body }: Parameters<Webhook['verify']>[0], keys: Parameters<Webhook['verify']>[1]) {
  const given = headers['x-zevent-signature']
  const told = parse(new TextDecoder().decode(body))
  if (!given) return 'probe'
  const mac = given.trim().replace(/^mac\s*=\s*/, '')
  if (signatures({ told, body, keys }).some((expected) => isEqual(mac, expected))) return 'genuine'
  return told?.event_name ? 'forged' : 'probe'
}

type Signed = { told: Told | null; body: Uint8Array; keys: Parameters<Webhook['verify']>[1] }

/**
 * Plain SHA-256 of application id, body, timestamp and key. Whether an OA's events begin with the OA's id instead, and
 * whether the key may be the application's, sources disagree: all of them need a secret that only Zalo and we know.
 */
function signatures({ told, body, keys: { application } }: Signed): string[] {
  const secrets = [application['oaSecretKey'], application['appSecret']].filter((secret) => !!secret)
  const owners = [application['appId'], told && accountOf(told)].filter((owner) => !!owner)
  return secrets.flatMap((secret) =>
    owners.map((owner) =>
      createHash('sha256')
        .update(`${owner}`)
        .update(body)
        .update(`${told?.timestamp ?? ''}${secret}`)
        .digest('hex'),
    ),
  )
}

function isEqual(one: string, other: string): boolean {
  const [first, second] = [one, other].map((text) => createHash('sha256').update(text).digest())
  return first !== undefined && second !== undefined && timingSafeEqual(first, second)
}

function parse(text: string): Told | null {
  const parsed = shape.safeParse(readJson(text))
  return parsed.success ? parsed.data : null
}

/** What has no shape or no hour is passed on as something we do not act on, so that it is never sent again. */
function read(body: string): Notice[] {
  const unique = `body:${createHash('sha256').update(body).digest('hex')}`
  const told = parse(body)
  const at = new Date(Number(told?.timestamp ?? Number.NaN))
  if (!told || Number.isNaN(at.getTime()))
    return [
      { key: unique, account: '', at: new Date(0), event: { kind: 'other', name: told?.event_name ?? 'unknown' } },
    ]
  return [{ key: keyOf(told) ?? unique, account: accountOf(told), at, event: eventOf(told) }]
}

function eventOf({ event_name: name, oa_id: account, follower }: Told): NoticeEvent {
  if (name === 'follow' && account && follower) return { kind: 'followed' }
  if (name === 'unfollow' && account && follower) return { kind: 'unfollowed' }
  return { kind: 'other', name: name ?? 'unknown' }
}

/** A message by its own id; a follow has none. */
function keyOf({ event_name: name, oa_id: account, follower, message, timestamp }: Told): string | null {
  if (message?.msg_id) return `${name}:${message.msg_id}`
  if (!account || !follower) return null
  return [name, account, follower.id, timestamp].join(':')
}

/** Messages from a user name the OA as their recipient, messages from the OA as their sender. */
function accountOf({ oa_id: account, event_name: name, sender, recipient }: Told): string {
  if (account) return account
  return (name?.startsWith('oa_') ? sender?.id : recipient?.id) ?? ''
}
