/** From what came back to channels: each is made or connected anew, its credentials sealed first, then it is checked. */
import { type Candidate, ChannelError } from '@/channels/contract'
import { channelOf } from '@/channels/registry'
import { Refusal } from '@/platform/errors'
import type { Engine } from '../..'
import { type Actor, appendAudit } from '../../audit'
import { applicationKeys } from '../../credentials/application'
import { wholeOf } from '../../credentials/merge'
import { type Keys, sealFor } from '../../credentials/seal'
import { refuseCall, refuseWith } from '../../desk/refusals'
import type { ChannelRow } from '../../rows'
import { checkChannel } from '../check'
import { freshStart } from './fresh-start'
import { openCandidates, refuseSignIn, type SignInRow } from './sign-in'

export type Choice = { accounts: readonly string[]; actor: Actor }

export type Chosen = { account: string; id: string; name: string; state: string; problem: string | null }

type Chosing = { signIn: SignInRow; candidate: Candidate; actor: Actor }

/** Once: a single-use grant that was chosen may have been renewed already when somebody presses again. */
export async function chooseCandidates(
  engine: Engine,
  signIn: SignInRow,
  { accounts, actor }: Choice,
): Promise<Chosen[]> {
  const candidates = pick(openCandidates(engine, signIn), accounts)
  await requireWorking(engine, signIn, candidates)
  const taken = await engine.rows.update(
    'sign-ins',
    { id: signIn.id, chosenAt: null },
    { chosenAt: engine.now(), candidates: null },
  )
  if (!taken) throw refuseSignIn('sign_in_used')
  const chosen: Chosen[] = []
  for (const candidate of candidates) chosen.push(await connect(engine, { signIn, candidate, actor }))
  return chosen
}

/** All or none. @throws Refusals with every reason */
function pick(candidates: readonly Candidate[], accounts: readonly string[]): Candidate[] {
  const problems = accounts.flatMap((account) => {
    const candidate = candidates.find(({ profile }) => profile.account === account)
    if (!candidate)
      return [{ code: 'account_unknown', message: `Mã ${account} không có trong kết quả đăng nhập; hãy chọn lại.` }]
    return candidate.problems.map(({ code, message }) => ({ code, message: `${candidate.profile.name}: ${message}` }))
  })
  if (problems.length > 0) throw refuseWith(problems)
  return candidates.filter(({ profile }) => accounts.includes(profile.account))
}

/** Before anything is used up: the driver could work with each of them and the application's keys. */
async function requireWorking(engine: Engine, signIn: SignInRow, candidates: readonly Candidate[]): Promise<void> {
  const driver = channelOf(signIn.platform)
  try {
    const application = await applicationKeys(engine, driver, signIn.organization)
    for (const { credentials } of candidates) wholeOf(driver, application, credentials as Keys)
  } catch (cause) {
    throw cause instanceof ChannelError ? refuseCall(cause) : cause
  }
}

async function connect(engine: Engine, chosing: Chosing): Promise<Chosen> {
  const channel = await storeGrant(engine, chosing)
  const { account } = chosing.candidate.profile
  const problem = await problemOf(() => checkChannel(engine, channel, chosing.actor))
  const [present = channel] = await engine.rows.find<ChannelRow>('channels', { where: { id: channel.id }, limit: 1 })
  return { account, id: channel.id, name: present.name, state: present.state, problem: problem ?? present.problem }
}

async function problemOf(check: () => Promise<unknown>): Promise<string | null> {
  try {
    await check()
    return null
  } catch (cause) {
    if (cause instanceof Refusal) return cause.message
    throw cause
  }
}

async function storeGrant(engine: Engine, { signIn, candidate, actor }: Chosing): Promise<ChannelRow> {
  const { profile, credentials, expiresAt } = candidate
  const known = await findOrMake(engine, signIn, candidate)
  const now = engine.now()
  const grant = {
    ...freshStart(known.state, now),
    secret: sealFor(known.id, credentials),
    secretExpiresAt: expiresAt,
    secretGivenAt: now,
    secretRenewedAt: now,
    url: known.url ?? profile.url,
    profile: { ...profile },
    confirmedBy: actor.id,
    confirmedAt: now,
    confirmedAccount: profile.account,
  }
  const stored = await engine.rows.update<ChannelRow>('channels', { id: known.id }, grant)
  await appendAudit(engine, {
    action: 'channel-credentials-given',
    subject: `channels:${known.id}`,
    organization: signIn.organization,
    actor,
    detail: { signIn: signIn.id, account: profile.account, name: profile.name },
  })
  return stored ?? known
}

async function findOrMake(engine: Engine, signIn: SignInRow, { profile }: Candidate): Promise<ChannelRow> {
  const { platform, organization } = signIn
  const where = { platform, organization, externalId: profile.account }
  const [known] = await engine.rows.find<ChannelRow>('channels', { where, limit: 1 })
  if (known) return known
  const data = { name: profile.name, ...where, url: profile.url }
  const made = await engine.payload.create({
    collection: 'channels',
    data: data as never,
    depth: 0,
    overrideAccess: true,
  })
  const [row] = await engine.rows.find<ChannelRow>('channels', { where: { id: String(made.id) }, limit: 1 })
  if (!row) throw new Error(`channel ${made.id} was not made`)
  return row
}
