/** Connecting by the platform's own login: away, back, looked at, chosen. */
import type { Endpoint, PayloadRequest } from 'payload'
import { z, type ZodType } from 'zod'
import { may, memberOf, type Person } from '@/access/roles'
import { channels } from '@/channels/registry'
import type { Channel } from '@/channels/contract'
import { engineOf } from '@/engine'
import { beginSignIn } from '@/engine/channel/connect/begin'
import { chooseCandidates } from '@/engine/channel/connect/choose'
import { readPlaces } from '@/engine/channel/connect/places'
import { openCandidates, readSignIn, refuseSignIn } from '@/engine/channel/connect/sign-in'
import { Refusal } from '@/platform/errors'
import { actorIn } from '../hooks/actor'
import { get, parsedBody, post, requireDuty, requirePerson } from './answer'
import { returnEndpoint } from './connect-return'

const beginning = z.strictObject({
  platform: z.string(),
  organization: z.string(),
  returnTo: z
    .string()
    .regex(/^\/admin(\/[\w./-]*)?(\?[\w=&.%-]*)?$/)
    .optional(),
})

const choice = z.strictObject({ signIn: z.string(), accounts: z.array(z.string().min(1)).min(1).max(100) })

export const connectEndpoints: Endpoint[] = [
  get('/connect', async (request) => {
    const organization = request.searchParams.get('organization') ?? ''
    requireConnector(request, organization)
    return { places: await readPlaces(engineOf(request.payload), organization) }
  }),
  post('/connect', async (request) => {
    requirePerson(request)
    const { platform, organization, returnTo } = await parsed(request, beginning)
    requireConnector(request, organization)
    const given = { driver: driverOf(platform), organization, returnTo: returnTo ?? null, actor: actorIn(request) }
    return { address: await beginSignIn(engineOf(request.payload), given) }
  }),
  get('/connect/candidates', readCandidates),
  post('/connect/choose', async (request) => {
    const person = requirePerson(request)
    const { signIn: id, accounts } = await parsed(request, choice)
    const engine = engineOf(request.payload)
    const signIn = await readSignIn(engine, id, person.id)
    requireDuty(person, 'connect', signIn.organization)
    return { channels: await chooseCandidates(engine, signIn, { accounts, actor: actorIn(request) }) }
  }),
  returnEndpoint,
]

async function readCandidates(request: PayloadRequest): Promise<Record<string, unknown>> {
  const person = requirePerson(request)
  const engine = engineOf(request.payload)
  const signIn = await readSignIn(engine, request.searchParams.get('signIn') ?? '', person.id)
  if (!may(person, 'connect', signIn.organization)) throw refuseSignIn('not_allowed')
  const candidates = openCandidates(engine, signIn)
  const { platform, organization, returnTo, expiresAt } = signIn
  return {
    platform,
    organization,
    returnTo,
    expiresAt,
    candidates: candidates.map(({ profile, problems }) => ({ ...profile, problems })),
  }
}

/** @throws Refusal 401, 404 for an organization that is not theirs, 403 without the duty */
function requireConnector(request: PayloadRequest, organization: string): Person {
  const person = requirePerson(request)
  if (!person.systemAdmin && !memberOf(person).includes(organization))
    throw new Refusal('organization_not_found', 'Không tìm thấy cơ quan này.', 404)
  requireDuty(person, 'connect', organization)
  return person
}

function driverOf(platform: string): Channel {
  const driver = channels.find((candidate) => candidate.platform === platform)
  if (!driver) throw new Refusal('platform_unknown', 'Không có nền tảng này; hãy chọn lại.')
  return driver
}

/** @throws Refusal 415 for what a form on another site could send, 400 for another shape */
function parsed<Body>(request: PayloadRequest, schema: ZodType<Body>): Promise<Body> {
  if (!/^application\/json\b/.test(request.headers.get('content-type') ?? ''))
    throw new Refusal('json_only', 'Dữ liệu gửi lên phải là JSON (content-type: application/json).', 415)
  return parsedBody(request, schema)
}
