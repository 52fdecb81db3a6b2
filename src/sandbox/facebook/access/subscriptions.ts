/** Webhooks: the application names an address, which has to answer a challenge; each Page then lets it listen. */
import type { Desk, SandboxAnswer } from '../../contract'
import { badParameter, graphError, ok } from '../answers/errors'
import { APP, type Page } from '../state'
import type { Caller } from '../state/people'

export type Subscription = { url: string; verifyToken: string; fields: string[] }

type Given = { caller: Caller; fields: Record<string, string>; desk: Desk }

export async function subscribeApp({ caller, fields, desk }: Given): Promise<SandboxAnswer> {
  if (caller.is !== 'app')
    return graphError({ code: 15, message: '(#15) This method must be called with an app access_token.' })
  const subscription = {
    url: fields['callback_url'] ?? '',
    verifyToken: fields['verify_token'] ?? '',
    fields: (fields['fields'] ?? '').split(',').filter((name) => name !== ''),
  }
  if (fields['object'] !== 'page' || !/^https?:\/\//.test(subscription.url)) return badParameter('Invalid parameter')
  if (!(await answersChallenge(subscription, desk)))
    return graphError({ code: 2200, message: '(#2200) Callback verification failed with the given verify token.' })
  desk.records.put('facebook.subscriptions', APP.id, subscription)
  return ok({ success: true })
}

async function answersChallenge({ url, verifyToken }: Subscription, desk: Desk): Promise<boolean> {
  const challenge = String(1_158_201_444 + desk.next('facebook.challenge'))
  const address = new URL(url)
  address.searchParams.set('hub.mode', 'subscribe')
  address.searchParams.set('hub.verify_token', verifyToken)
  address.searchParams.set('hub.challenge', challenge)
  try {
    const answer = await fetch(address, { redirect: 'manual', signal: AbortSignal.timeout(5_000) })
    return answer.ok && (await answer.text()) === challenge
  } catch {
    return false
  }
}

export function subscribePage({
  page,
  fields,
  desk,
}: {
  page: Page
  fields: Record<string, string>
  desk: Desk
}): SandboxAnswer {
  const names = readNames(fields['subscribed_fields'] ?? '')
  if (names.length === 0) return badParameter('(#100) The parameter subscribed_fields is required.')
  desk.records.put('facebook.subscribed-pages', page.id, names)
  return ok({ success: true })
}

export function listSubscribed({ page, desk }: { page: Page; desk: Desk }): SandboxAnswer {
  const names = subscribedFields(desk, page.id)
  const app = { id: APP.id, name: APP.name, link: 'https://www.facebook.com/', subscribed_fields: names }
  return ok({ data: names.length === 0 ? [] : [app] })
}

export function unsubscribePage({ page, desk }: { page: Page; desk: Desk }): SandboxAnswer {
  desk.records.put('facebook.subscribed-pages', page.id, [])
  return ok({ success: true })
}

/** As a list, as JSON text, or parted by commas. */
function readNames(text: string): string[] {
  return text.split(',').flatMap((name) => name.replaceAll(/[^a-z_]/g, '') || [])
}

export function subscribedFields(desk: Desk, page: string): string[] {
  return desk.records.get<string[]>('facebook.subscribed-pages', page) ?? []
}

export function getSubscription(desk: Desk): Subscription | undefined {
  return desk.records.get<Subscription>('facebook.subscriptions', APP.id)
}
