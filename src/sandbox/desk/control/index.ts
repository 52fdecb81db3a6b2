/** The sandbox's own addresses: log, verdict, faults, knobs, clock, files, accounts, public acts, and the viewer's pages. */
import { z } from 'zod'
import { showPage } from '../../viewer'
import type { SandboxAnswer, SandboxRequest } from '../../contract'
import { accountsOf } from '../accounts'
import { walls, type Site } from '../site'
import { judge } from '../verdict'
import { json } from './answers'
import { actAsPublic } from './act'
import { addFault, clearFaults, listFaults } from './faults'
import { sendFile } from './files'
import { number, readInput, readQuery } from './input'
import { openAccount } from './open'
import { runExercise } from './training'
import { listKnobs, moveClock, readClock, turnKnob } from './turn'

type Route = (site: Site, request: SandboxRequest) => SandboxAnswer

const routes: Readonly<Record<string, Route>> = {
  'GET /_log': readLog,
  'GET /_verdict': (site, { query }) => json(judge(walls(site), query.getAll('expect'))),
  'POST /_verdict': judgeMany,
  'GET /_faults': listFaults,
  'POST /_faults': addFault,
  'DELETE /_faults': clearFaults,
  'POST /_faults/clear': clearFaults,
  'GET /_knobs': listKnobs,
  'POST /_knobs': turnKnob,
  'GET /_clock': readClock,
  'POST /_clock': moveClock,
  'POST /_open': openAccount,
  'POST /_act': actAsPublic,
  'GET /_accounts': ({ desk }) => json({ accounts: accountsOf(desk) }),
  'POST /_training': runExercise,
}

/** The answer of the sandbox itself, or null when the path belongs to a platform. */
export async function control(site: Site, request: SandboxRequest): Promise<SandboxAnswer | null> {
  const route = routes[`${request.method} ${request.path}`]
  if (route) return route(site, request)
  if (request.path.startsWith('/_files/')) return sendFile(site, request)
  return request.method === 'GET' ? showPage(site, request) : null
}

const filter = z.strictObject({
  platform: z.string().optional(),
  call: z.string().optional(),
  since: number().pipe(z.number().int().min(0)).optional(),
})

function readLog({ desk }: Site, request: SandboxRequest): SandboxAnswer {
  const read = readQuery(request, filter)
  if ('refusal' in read) return read.refusal
  const { platform, call, since = 0 } = read.value
  return json({ entries: desk.entries.read({ platform, call, since }) })
}

const expectations = z.strictObject({ expect: z.array(z.string().min(1)) })

/** Ten thousand expectations do not fit into an address. */
function judgeMany(site: Site, request: SandboxRequest): SandboxAnswer {
  const read = readInput(request, expectations)
  return 'refusal' in read ? read.refusal : json(judge(walls(site), read.value.expect))
}
