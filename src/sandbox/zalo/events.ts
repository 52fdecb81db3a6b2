/** Webhooks: signed over the body as it is sent, tried again for an hour. Twice and out of order: the desk's own knobs. */
import type { Desk } from '../contract'
import { turned } from './knobs'
import { APPLICATION, digest } from './state'

/** Seconds: at once, then 30 s, 5 min, 15 min, 30 min, 1 h. */
const PAUSES = [30, 300, 900, 1_800, 3_600]

type Event = { url: string; account: string; name: string; fields: Record<string, unknown> }

export function tell(desk: Desk, { url, account, name, fields }: Event): void {
  const timestamp = String(desk.now().getTime())
  const body = JSON.stringify({ app_id: APPLICATION.appId, event_name: name, ...fields, timestamp })
  const owner = turned(desk, 'signatureBegins') === 1 ? account : APPLICATION.appId
  const mac = digest(`${owner}${body}${timestamp}${APPLICATION.oaSecretKey}`)
  const headers = { 'content-type': 'application/json', 'x-zevent-signature': `mac=${mac}` }
  desk.deliver({ platform: 'zalo', url, headers, body, pauses: PAUSES, retryHeader: 'num_retry' })
}

/** Not signed, and no event: whoever answers it with anything but 200 may not save the address. */
export function probe(desk: Desk, url: string): void {
  desk.deliver({ platform: 'zalo', url, headers: { 'content-type': 'application/json' }, body: '{}' })
}
