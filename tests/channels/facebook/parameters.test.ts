/** What leaves for the Graph API, and what its refusals mean. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { channel } from '@/channels/facebook'
import { failureOf } from '@/channels/facebook/failures'
import { http } from '@/platform/http'
import type { HttpRequest } from '@/platform/http/contract'
import { lookalike } from '@/sandbox/facebook'
import { openBench, type Bench } from '../contracts/bench'
import edges from './facebook-edges.json'
import { anItem } from '../support/items'
import { runLookalike } from '../support/platforms'

let bench: Bench<Parameters<typeof channel.publish>[0]['post']>

beforeAll(async () => {
  bench = await openBench(channel, await runLookalike(lookalike))
})
afterAll(() => bench.platform.close())

/** Everything that leaves for the platform, kept before it goes. */
function recordRequests() {
  const recorded = bench.record()
  const requests: HttpRequest[] = []
  recorded.call.http = (request) => {
    requests.push(request)
    return http(request)
  }
  return { recorded, requests }
}

const twoPhotos = () => anItem({ media: [bench.files.photo, bench.files.secondPhoto] })

function answerOf(error: Record<string, unknown>, status = 400) {
  return {
    status,
    headers: new Headers(),
    text: JSON.stringify({ error: { message: 'text in any language', ...error } }),
  }
}

describe('a refusal by Facebook', () => {
  it.each([
    [{ code: 190, error_subcode: 463 }, 'unauthorized', '190/463'],
    [{ code: 190, error_subcode: 492 }, 'unauthorized', '190/492'],
    [{ code: 10 }, 'unauthorized', '10'],
    [{ code: 200 }, 'unauthorized', '200'],
    [{ code: 283 }, 'unauthorized', '283'],
    [{ code: 80001 }, 'throttled', '80001'],
    [{ code: 4 }, 'throttled', '4'],
    [{ code: 368, error_subcode: 1390008 }, 'throttled', '368/1390008'],
    [{ code: 368, error_subcode: 4854002 }, 'unauthorized', '368/4854002'],
    [{ code: 368, error_subcode: 1404102 }, 'rejected', '368/1404102'],
    [{ code: 100 }, 'rejected', '100'],
    [{ code: 100, error_subcode: 1366046 }, 'rejected', '100/1366046'],
    [{ code: 324, error_subcode: 2069019 }, 'rejected', '324/2069019'],
    [{ code: 1609005 }, 'rejected', '1609005'],
    [
      { code: 100, type: 'GraphMethodException', message: 'Invalid appsecret_proof provided in the API argument' },
      'unauthorized',
      '100',
    ],
  ])('%j is %s', (error, kind, code) => {
    expect(failureOf(answerOf(error), true)).toMatchObject({ kind, code })
  })

  it.each([
    { code: 1 },
    { code: 1, error_subcode: 99 },
    { code: 2 },
    { code: 506 },
    { code: 368, error_subcode: 1404082 },
    { code: 100, error_subcode: 1366051 },
    { code: 987_654 },
  ])('%j leaves the outcome open after a send, and is unavailable before one', (error) => {
    expect(failureOf(answerOf(error, 500), true)).toMatchObject({ kind: 'outcome-unknown' })
    expect(failureOf(answerOf(error, 500), false)).toMatchObject({ kind: 'unavailable' })
  })

  it('is not read out of a number in the text', () => {
    expect(failureOf(answerOf({ code: 100, message: 'Error 190 at line 506' }), true)).toMatchObject({
      kind: 'rejected',
      code: '100',
    })
  })

  it('is no failure when the answer holds no error', () => {
    expect(failureOf({ status: 200, headers: new Headers(), text: '{"id":"1_2"}' }, true)).toBeNull()
  })
})

describe('parameter names', () => {
  it('are those of the published specification', async () => {
    const { recorded, requests } = recordRequests()
    const item = twoPhotos()
    const live = bench.live(item, await bench.publish(bench.draft(item), recorded))
    await bench.publish(bench.draft(anItem()), recorded)
    await bench.find(bench.draft(item), recorded)
    await channel.measure([live], recorded.call)
    const seen = requests.map(describeRequest)
    expect(new Set(seen.map(({ edge }) => edge))).toEqual(
      new Set(['POST photos', 'POST feed', 'GET published_posts', 'GET post', 'GET insights']),
    )
    for (const { edge, names } of seen) expect(names.filter((name) => !allowed(edge).includes(name))).toEqual([])
    for (const fields of seen.flatMap((request) => request.fields)) expect(edges.fields.PagePost).toContain(fields)
  })

  it('never hold the token in an address', async () => {
    const { recorded, requests } = recordRequests()
    await bench.publish(bench.draft(twoPhotos()), recorded)
    const { pageToken = '' } = bench.platform.credentials
    for (const { url } of requests) expect(url).not.toContain(pageToken)
  })
})

/** Parameters of the Graph API itself, good for every edge. */
const GENERAL = ['fields', 'appsecret_proof', 'limit', 'after']

function allowed(edge: string): string[] {
  const own = edges.parameters as Record<string, string[]>
  // The name of the multipart file is free.
  return [...GENERAL, ...(own[edge] ?? []), ...(edge === 'POST photos' ? ['source'] : [])]
}

function describeRequest({ method, url, body }: HttpRequest): { edge: string; names: string[]; fields: string[] } {
  const { pathname, searchParams } = new URL(url)
  const edge = pathname.split('/').at(-1) ?? ''
  const bodyNames =
    body instanceof FormData ? [...body.keys()] : Object.keys(typeof body === 'string' ? JSON.parse(body) : {})
  const fields = (searchParams.get('fields') ?? '').replaceAll(/\{[^}]*\}|\([^)]*\)/g, '').split(',')
  return {
    edge: `${method} ${edge.includes('_') && edge !== 'published_posts' ? 'post' : edge}`,
    names: [...searchParams.keys(), ...bodyNames],
    fields: fields.flatMap((field) => field.split('.')[0] || []),
  }
}
