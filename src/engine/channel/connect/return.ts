/** The way back: the state is used up first, then the platform is asked what may be connected. */
import { may, type Person } from '@/access/roles'
import { type Call, type Candidate, ChannelError, type Problem } from '@/channels/contract'
import { channelOf } from '@/channels/registry'
import { addSeconds } from '@/platform/clock'
import { sha256 } from '@/platform/crypto'
import type { Engine } from '../..'
import { type Actor, appendAudit } from '../../audit'
import { applicationKeys } from '../../credentials/application'
import { seal, unseal } from '../../credentials/seal'
import { bareCall } from '../../send/call'
import { CHOICE_SECONDS, refuseSignIn, type SignInRow } from './sign-in'

export type Return = { platform: string; parameters: Readonly<Record<string, string>>; person: Person; actor: Actor }

/** The sign-in whose candidates, or whose reason for none, are ready to be read. @throws Refusal when it is no valid one */
export async function returnFromSignIn(engine: Engine, given: Return): Promise<SignInRow> {
  const signIn = await takeSignIn(engine, given)
  if (!may(given.person, 'connect', signIn.organization)) throw refuseSignIn('not_allowed')
  const found = await accept(engine, signIn, given.parameters)
  const set =
    'problem' in found
      ? { problem: { ...found.problem } }
      : {
          candidates: seal(`sign-ins:${signIn.id}`, found.candidates),
          expiresAt: addSeconds(engine.now(), CHOICE_SECONDS),
        }
  const stored = await engine.rows.update<SignInRow>('sign-ins', { id: signIn.id }, { ...set, verifier: null })
  await appendAudit(engine, {
    action: 'problem' in found ? 'sign-in-refused' : 'sign-in-returned',
    subject: `sign-ins:${signIn.id}`,
    organization: signIn.organization,
    actor: given.actor,
    detail: 'problem' in found ? { code: found.problem.code } : { found: found.candidates.length },
  })
  return stored ?? signIn
}

/** One conditional update: of two that come back with the same state, one gets it. */
async function takeSignIn(engine: Engine, { platform, parameters, person }: Return): Promise<SignInRow> {
  const where = { state: sha256(parameters['state'] ?? ''), platform, person: person.id }
  const [signIn] = await engine.rows.find<SignInRow>('sign-ins', { where, limit: 1 })
  if (!signIn) throw refuseSignIn('sign_in_unknown')
  if (signIn.usedAt) throw refuseSignIn('sign_in_used')
  const now = engine.now()
  if (signIn.expiresAt <= now) throw refuseSignIn('sign_in_expired')
  const open = { id: signIn.id, usedAt: null, expiresAt: { above: now } }
  const taken = await engine.rows.update<SignInRow>('sign-ins', open, { usedAt: now })
  if (!taken) throw refuseSignIn('sign_in_used')
  return taken
}

type Found = { candidates: Candidate[] } | { problem: Problem }

async function accept(engine: Engine, signIn: SignInRow, parameters: Return['parameters']): Promise<Found> {
  const driver = channelOf(signIn.platform)
  try {
    const verifier = String(unseal(`sign-ins:${signIn.id}`, signIn.verifier ?? ''))
    const bound = { state: parameters['state'] ?? '', redirectUri: signIn.redirectUri, verifier }
    const candidates = await driver.connect?.accept(parameters, bound, await callOf(engine, signIn))
    return candidates && candidates.length > 0 ? { candidates } : { problem: nothing(driver.label) }
  } catch (cause) {
    if (cause instanceof ChannelError) return { problem: { code: `channel_${cause.kind}`, message: cause.message } }
    engine.log.error({ signIn: signIn.id, err: cause }, 'a sign-in could not be accepted')
    return { problem: { code: 'internal', message: 'Hệ thống gặp lỗi khi nhận kết quả đăng nhập; hãy thử lại.' } }
  }
}

async function callOf(engine: Engine, { id, platform, organization }: SignInRow): Promise<Call> {
  const driver = channelOf(platform)
  const credentials = await applicationKeys(engine, driver, organization)
  const call = bareCall(engine, { driver, channel: { id: `sign-in ${id}`, externalId: '' }, credentials })
  return { ...call, ease: () => Promise.resolve() }
}

function nothing(label: string): Problem {
  return {
    code: 'nothing_to_connect',
    message: `Tài khoản vừa đăng nhập không quản lý trang hay kênh ${label} nào; hãy đăng nhập bằng tài khoản quản trị của trang.`,
  }
}
