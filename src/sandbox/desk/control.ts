/** The sandbox's own addresses: log, verdict, faults, clock, files, accounts, and the viewer's pages. */
import { z } from 'zod'
import { parseForm, parseJson } from '../body'
import { showPage } from '../viewer'
import { faultRule } from './faults'
import { judge } from './verdict'
import { walls, type Site } from './site'
import type { SandboxAnswer, SandboxRequest } from '../contract'

type Route = (site: Site, request: SandboxRequest) => SandboxAnswer

const routes: Readonly<Record<string, Route>> = {
  'GET /_log': ({ desk }, { query }) =>
    json({
      entries: desk.entries.read({
        platform: query.get('platform') ?? undefined,
        since: Number(query.get('since') ?? 0),
      }),
    }),
  'GET /_verdict': (site, { query }) => json(judge(walls(site), query.getAll('expect'))),
  'GET /_faults': ({ desk }) => json({ rules: desk.faults.list() }),
  'POST /_faults': addFault,
  'DELETE /_faults': clearFaults,
  'POST /_faults/clear': clearFaults,
  'GET /_clock': ({ desk }) => json({ offsetSeconds: desk.clock.offsetSeconds(), now: desk.now().toISOString() }),
  'POST /_clock': moveClock,
  'POST /_open': openAccount,
}

/** The answer of the sandbox itself, or null when the path belongs to a platform. */
export async function control(site: Site, request: SandboxRequest): Promise<SandboxAnswer | null> {
  const route = routes[`${request.method} ${request.path}`]
  if (route) return route(site, request)
  if (request.path.startsWith('/_files/')) return sendFile(site, request)
  return request.method === 'GET' ? showPage(site, request) : null
}

function addFault({ desk }: Site, request: SandboxRequest): SandboxAnswer {
  const rule = faultRule.safeParse(input(request))
  if (!rule.success) return refused(z.prettifyError(rule.error))
  desk.faults.add(rule.data)
  return done(request, { rules: desk.faults.list() })
}

function clearFaults({ desk }: Site, request: SandboxRequest): SandboxAnswer {
  desk.faults.clear()
  return done(request, { rules: [] })
}

function moveClock({ desk }: Site, request: SandboxRequest): SandboxAnswer {
  const move = z.object({ offsetSeconds: z.coerce.number().int() }).safeParse(input(request))
  if (!move.success) return refused(z.prettifyError(move.error))
  desk.clock.move(move.data.offsetSeconds)
  return done(request, { offsetSeconds: move.data.offsetSeconds, now: desk.now().toISOString() })
}

function openAccount({ lookalikes, desk }: Site, request: SandboxRequest): SandboxAnswer {
  const wanted = z.object({ platform: z.string(), name: z.string().min(1) }).safeParse(input(request))
  if (!wanted.success) return refused(z.prettifyError(wanted.error))
  const lookalike = lookalikes.find(({ platform }) => platform === wanted.data.platform)
  return lookalike
    ? json(lookalike.open(desk, wanted.data.name))
    : refused(`Không có nền tảng "${wanted.data.platform}".`)
}

function sendFile({ desk }: Site, request: SandboxRequest): SandboxAnswer {
  const file = desk.files.read(request.path.slice('/_files/'.length))
  if (!file) return { status: 404, body: 'Không có tệp này.' }
  const headers = {
    'content-type': file.mimeType,
    'accept-ranges': 'bytes',
    'cache-control': 'public, max-age=31536000, immutable',
  }
  const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers['range'] ?? '')
  if (!range) return { status: 200, headers, body: file.bytes }
  const from = Number(range[1])
  const to = Math.min(range[2] ? Number(range[2]) : Infinity, file.bytes.length - 1)
  const contentRange = { 'content-range': `bytes ${from}-${to}/${file.bytes.length}` }
  return { status: 206, headers: { ...headers, ...contentRange }, body: file.bytes.subarray(from, to + 1) }
}

/** A form of the viewer goes back to its page; everything else gets JSON. */
function done(request: SandboxRequest, body: unknown): SandboxAnswer {
  return isForm(request) ? { status: 303, headers: { location: '/' } } : json(body)
}

function input(request: SandboxRequest): Record<string, unknown> {
  return isForm(request) ? parseForm(request) : parseJson(request)
}

function isForm(request: SandboxRequest): boolean {
  return (request.headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded')
}

function json(body: unknown): SandboxAnswer {
  return { status: 200, body }
}

function refused(message: string): SandboxAnswer {
  return { status: 400, body: { errors: [{ code: 'bad-request', message }] } }
}
