/** Every request of the driver against Google's own description of its API (see `source` in parameters.json). */
import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { z } from 'zod'
import type { Call } from '@/channels/contract'
import { channel } from '@/channels/youtube'
import type { HttpRequest } from '@/platform/http/contract'
import { aPoster, playlistFor, someCaptions } from './support/shapes'
import { NAME, openStage, type Stage } from './support/stage'

type Shape = string | string[] | { [property: string]: Shape }
const shape: z.ZodType<Shape> = z.lazy(() => z.union([z.string(), z.array(z.string()), z.record(z.string(), shape)]))
const described = z.strictObject({
  source: z.string(),
  global: z.array(z.string()),
  calls: z.record(
    z.string(),
    z.strictObject({
      parameters: z.record(
        z.string(),
        z.strictObject({
          required: z.boolean().optional(),
          enum: z.array(z.string()).optional(),
          pattern: z.string().optional(),
        }),
      ),
      parts: z.array(z.string()).optional(),
      body: shape.optional(),
    }),
  ),
})
type Described = z.infer<typeof described>
type Sent = { key: string; query: URLSearchParams; body: unknown }

let stage: Stage
let google: Described
let sent: Sent[]
beforeAll(async () => {
  stage = await openStage()
  stage.calm()
  google = described.parse(JSON.parse(await readFile('tests/channels/youtube/parameters.json', 'utf8')))
  sent = await liveThrough()
})
beforeEach(() => expect(sent.length).toBeGreaterThan(10))
afterAll(() => stage.platform.close())

/** One video's whole life, with everything that can be added to it; the upload session's own requests are described nowhere. */
async function liveThrough(): Promise<Sent[]> {
  const seen: Sent[] = []
  const call = stage.call()
  const spying: Call = {
    ...call,
    http: async (request) => {
      const { noted, passed } = await readSent(request)
      if (noted) seen.push(noted)
      return call.http(passed)
    },
  }
  const media = [stage.files.video, aPoster(stage.files), someCaptions(stage.files, 'vi')]
  const options = { playlistId: playlistFor(NAME), privacy: 'private', publishAt: '2026-12-24 08:00' }
  const draft = stage.aDraft({ media, options })
  const published = await stage.toTheEnd(await stage.begin(draft, spying), spying)
  const live = { publication: 'p', ...published }
  await channel.find({ draft, armedAt: stage.platform.now() }, { ...spying, checkpoints: [] })
  await channel.update?.(live, draft, spying)
  await channel.measure([live], spying)
  stage.mood({ batchStatsADay: 0 })
  await channel.measure([live], spying)
  await channel.audience(spying)
  await channel.check(spying)
  await channel.withdraw?.(live, spying)
  return seen
}

/** A streamed body is read here and goes on as bytes. */
async function readSent(request: HttpRequest): Promise<{ noted: Sent | null; passed: HttpRequest }> {
  const { pathname, searchParams: query } = new URL(request.url)
  const { body } = request
  const bytes = body instanceof ReadableStream ? new Uint8Array(await new Response(body).arrayBuffer()) : null
  const passed = bytes ? { ...request, body: bytes } : request
  const isDescribed = /^\/google\/(api|analytics)\//.test(pathname) && !query.has('upload_id')
  if (!isDescribed) return { noted: null, passed }
  const key = `${request.method} ${pathname.replace(/^\/google\/(api|analytics)/, '')}`
  const text = typeof body === 'string' ? body : jsonPart(new TextDecoder().decode(bytes ?? new Uint8Array()))
  return { noted: { key, query, body: text === '' ? null : JSON.parse(text) }, passed }
}

/** Of `multipart/related`. */
function jsonPart(text: string): string {
  return /content-type: application\/json[^\r]*\r\n\r\n(.*)\r\n/.exec(text)?.[1] ?? ''
}

const callOf = (key: string) => {
  const call = google.calls[key]
  if (!call) throw new Error(`Google knows no ${key}`)
  return call
}

it('calls what there is, and everything that is described here', () => {
  expect(new Set(sent.map(({ key }) => key))).toEqual(new Set(Object.keys(google.calls)))
})

it('gives only parameters that are known, and every one that is required', () => {
  for (const { key, query } of sent) {
    const { parameters } = callOf(key)
    const known = [...Object.keys(parameters), ...google.global]
    const required = Object.entries(parameters).filter(([, { required: isNeeded }]) => isNeeded)
    expect(known, key).toEqual(expect.arrayContaining([...query.keys()]))
    for (const [name] of required) expect([key, name, query.has(name)]).toEqual([key, name, true])
  }
})

it('gives each a value that is allowed', () => {
  const given = sent.flatMap(({ key, query }) => [...query].map(([name, value]) => ({ key, name, value })))
  for (const { key, name, value } of given) {
    const { enum: words = [value], pattern = '.*' } = callOf(key).parameters[name] ?? {}
    expect(words, `${key} ${name}`).toContain(value)
    expect(value, `${key} ${name}`).toMatch(new RegExp(`^${pattern}$`, 's'))
  }
})

it('asks only for parts that the resource has', () => {
  for (const { key, query } of sent) {
    const { parts } = callOf(key)
    for (const part of query.get('part')?.split(',') ?? []) expect(parts, `${key} ${part}`).toContain(part)
  }
})

it('sends only fields that the resource has, with values that are allowed', () => {
  const bodies = sent.filter(({ body }) => body !== null)
  expect(new Set(bodies.map(({ key }) => key))).toEqual(
    new Set(Object.keys(google.calls).filter((key) => callOf(key).body !== undefined)),
  )
  for (const { key, body } of bodies) expectShape(body, callOf(key).body ?? {}, key)
})

function expectShape(value: unknown, allowed: Shape, place: string): void {
  if (Array.isArray(allowed)) expect(allowed, place).toContain(value)
  else if (allowed === 'array') expect(Array.isArray(value), place).toBe(true)
  else if (typeof allowed === 'string') expect(typeof value, place).toBe(allowed)
  else
    for (const [name, inner] of Object.entries(value as object)) {
      expect(Object.keys(allowed), `${place}.${name}`).toContain(name)
      expectShape(inner, allowed[name] ?? {}, `${place}.${name}`)
    }
}

it('says what is never left to a default: who may see it, and whether it is for children', () => {
  const insert = sent.find(({ key }) => key === 'POST /upload/youtube/v3/videos')
  expect(insert?.body).toMatchObject({
    status: { privacyStatus: 'private', publishAt: '2026-12-24T01:00:00.000Z', selfDeclaredMadeForKids: false },
  })
})
