/**
 * A Page token has no end of its own; it dies with the password, the role or the permission. Renewing derives it again from
 * the person's long-lived token, and lengthens that one, so that the channel outlives sixty days without anybody's doing.
 */
import { ChannelError, type Call, type Credentials } from '../../contract'
import { ask } from '../api'
import { credentials, type FacebookCredentials } from '../options'
import { listPages, profileSchema } from './pages'
import { inspectToken, lengthen, type Keys } from './tokens'

const DAY = 86_400_000

/** What has no end is looked at again after this long. */
const LOOK_AGAIN_DAYS = 30

/** Ahead of the person's 60 days, at the engine's next use of the channel. */
export const RENEW_BEFORE_SECONDS = 10 * 86_400

export async function renew(call: Call): Promise<Credentials> {
  const known = credentials.parse(call.credentials)
  if (!known.userToken) return { credentials: known, expiresAt: await endOfPageToken(call, known) }
  try {
    return await deriveAgain(call, known, known.userToken)
  } catch (error) {
    if (!(error instanceof ChannelError && ['unauthorized', 'rejected'].includes(error.kind))) throw error
    // The person's token has ended; that of the Page may well live on, and then the channel does.
    await assertPageWorks(call)
    call.log.warn({ code: error.code }, 'the Page token could not be derived again and still works')
    return { credentials: known, expiresAt: later(call, 10 + LOOK_AGAIN_DAYS) }
  }
}

async function deriveAgain(call: Call, known: FacebookCredentials, userToken: string): Promise<Credentials> {
  const person = await lengthenPerson(call, known, userToken)
  const page = (await listPages(call, person.token)).find(({ id }) => id === call.account)
  if (!page?.access_token) {
    throw new ChannelError('unauthorized', 'Người kết nối không còn thấy Trang Facebook này; hãy kết nối lại.', {
      code: 'page-not-listed',
    })
  }
  const ends = person.expiresAt ? { userTokenExpiresAt: person.expiresAt.toISOString() } : {}
  return {
    credentials: { ...known, pageToken: page.access_token, userToken: person.token, ...ends },
    expiresAt: earlier(person.expiresAt, later(call, 10 + LOOK_AGAIN_DAYS)),
  }
}

/** Without the application's keys the token cannot be lengthened and lives as long as it does. */
async function lengthenPerson(call: Call, known: FacebookCredentials, token: string) {
  const keys = keysOf(known)
  if (keys) return lengthen(call, { keys, token })
  return { token, expiresAt: known.userTokenExpiresAt ? new Date(known.userTokenExpiresAt) : null }
}

/** A pasted token may be one of an hour: the application's keys tell. */
async function endOfPageToken(call: Call, known: FacebookCredentials): Promise<Date> {
  const keys = keysOf(known)
  const facts = keys && (await inspectToken(call, { token: known.pageToken, keys }))
  return facts?.expiresAt ?? later(call, 10 + LOOK_AGAIN_DAYS)
}

async function assertPageWorks(call: Call): Promise<void> {
  await ask(call, { method: 'GET', path: 'me', query: { fields: 'id' }, schema: profileSchema })
}

function keysOf({ appId, appSecret }: FacebookCredentials): Keys | null {
  return appId && appSecret ? { appId, appSecret } : null
}

function later(call: Call, days: number): Date {
  return new Date(call.now().getTime() + days * DAY)
}

function earlier(one: Date | null, other: Date): Date {
  return one && one < other ? one : other
}
