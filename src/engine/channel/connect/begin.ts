/** The way to the platform's own login: what is sent along works once, for this person, for ten minutes. */
import { randomBytes } from 'node:crypto'
import type { Channel } from '@/channels/contract'
import { addSeconds } from '@/platform/clock'
import { sha256 } from '@/platform/crypto'
import { readAddresses } from '@/platform/env'
import { Refusal } from '@/platform/errors'
import type { Engine } from '../..'
import { type Actor, appendAudit } from '../../audit'
import { findApplication } from '../../credentials/application'
import { seal } from '../../credentials/seal'
import { CONSENT_SECONDS } from './sign-in'

/** More than anybody needs at once; a page that asks in a circle stops here. */
const MOST_OPEN = 20

/** Tokens that nobody chose are not kept. */
const KEPT_SECONDS = 86_400

export type Beginning = { driver: Channel; organization: string; returnTo: string | null; actor: Actor }

export function redirectUriOf({ publicUrl }: Engine, platform: string): string {
  return `${publicUrl}/api/channels/connect/${platform}`
}

/** The address of the platform's consent page. @throws Refusal without keys, or with too many sign-ins open */
export async function beginSignIn(engine: Engine, beginning: Beginning): Promise<string> {
  const { driver, organization, returnTo, actor } = beginning
  const { connect } = driver
  if (!connect)
    throw new Refusal('paste_only', `${driver.label} không có đăng nhập; hãy tạo kênh và dán thông tin kết nối.`)
  const application = await findApplication(engine, driver, organization)
  if (!application)
    throw new Refusal(
      'application_missing',
      `Chưa có khóa ứng dụng ${driver.label}; hãy nhập ở mục Khóa ứng dụng.`,
      409,
    )
  await clearUp(engine, actor.id)
  const state = randomToken()
  const signIn = { state, redirectUri: redirectUriOf(engine, driver.platform), verifier: randomToken() }
  const id = await engine.rows.insert('sign-ins', {
    state: sha256(state),
    platform: driver.platform,
    organization,
    person: actor.id,
    redirectUri: signIn.redirectUri,
    returnTo,
    expiresAt: addSeconds(engine.now(), CONSENT_SECONDS),
  })
  await engine.rows.update('sign-ins', { id }, { verifier: seal(`sign-ins:${id}`, signIn.verifier) })
  const subject = `sign-ins:${id}`
  await appendAudit(engine, {
    action: 'sign-in-begun',
    subject,
    organization,
    actor,
    detail: { platform: driver.platform },
  })
  return connect.authorize(signIn, { application: application.keys, addresses: readAddresses(driver.addresses) })
}

/** 43 characters, as a PKCE verifier has at least. */
function randomToken(): string {
  return randomBytes(32).toString('base64url')
}

async function clearUp({ payload, rows, now }: Engine, person: string): Promise<void> {
  await payload.delete({
    collection: 'sign-ins',
    where: { expiresAt: { less_than: addSeconds(now(), -KEPT_SECONDS).toISOString() } },
    depth: 0,
    overrideAccess: true,
  })
  const open = await rows.count('sign-ins', { person, usedAt: null, expiresAt: { above: now() } })
  if (open >= MOST_OPEN)
    throw new Refusal('too_many_sign_ins', 'Bạn đã mở quá nhiều lần đăng nhập; hãy đợi 10 phút rồi thử lại.', 429)
}
