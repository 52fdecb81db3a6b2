/** Everything that leaves for the Graph API, against the names that Facebook publishes for its own clients. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { channel } from '@/channels/facebook'
import type { HttpRequest } from '@/platform/http/contract'
import { anItem } from '../../../support/items'
import { openStage, type Stage } from '../stage'
import edges from './edges.json'

let stage: Stage
let sent: Sent[]

beforeAll(async () => {
  stage = await openStage()
  sent = await sendEverything()
})
afterAll(() => stage.platform.close())

/** Parameters of the Graph API itself, good for every node. */
const GENERAL = ['fields', 'appsecret_proof', 'limit', 'after']

/** The guide's own words for the chunks of a video and of a photo: the name of a file's part is not in the list. */
const FILES = ['source', 'video_file_chunk']

type Node = 'Page' | 'PagePost' | 'AdVideo'
type Sent = { node: Node; edge: string; names: string[]; fields: string[]; url: string; values: Record<string, string> }

describe('what leaves for the Graph API', () => {
  it('is every kind of call that the driver makes', () => {
    expect([...new Set(sent.map(({ node, edge }) => `${node} ${edge}`))].toSorted()).toEqual(
      [
        'AdVideo DELETE',
        'AdVideo GET',
        'Page GET',
        'Page GET insights',
        'Page GET published_posts',
        'Page GET scheduled_posts',
        'Page GET video_reels',
        'Page GET videos',
        'Page POST feed',
        'Page POST photos',
        'Page POST subscribed_apps',
        'Page POST video_reels',
        'Page POST videos',
        'PagePost DELETE',
        'PagePost GET',
        'PagePost GET insights',
        'PagePost POST',
      ].toSorted(),
    )
  })

  it('has no parameter that the specification does not name', () => {
    for (const { node, edge, names } of sent) {
      const known: string[] = (edges.parameters as Record<Node, Record<string, string[]>>)[node][edge] ?? []
      const strange = names.filter((name) => ![...GENERAL, ...FILES, ...known].includes(name))
      expect([node, edge, strange]).toEqual([node, edge, []])
    }
  })

  it('asks for no field that the node does not have', () => {
    const ofEdge: Readonly<Record<string, Node>> = { videos: 'AdVideo', video_reels: 'AdVideo' }
    for (const { node, edge, fields } of sent) {
      const [, name = ''] = edge.split(' ')
      const asked = ofEdge[name] ?? (['feed', 'published_posts', 'scheduled_posts'].includes(name) ? 'PagePost' : node)
      const known: string[] = [...edges.fields[asked], ...(asked === 'Page' ? [] : edges.edges[asked])]
      // Counters are edges of a post, attachments too.
      const strange = fields.filter((field) => !known.includes(field))
      expect([asked, edge, strange]).toEqual([asked, edge, []])
    }
  })

  it('says only values that the specification lists', () => {
    const phases = sent.filter(({ edge }) => edge === 'POST videos').map(({ values }) => values['upload_phase'])
    expect([...new Set(phases)]).toEqual(['start', 'transfer', 'finish'])
    for (const phase of phases) expect(edges.enums.pagevideos_upload_phase_enum_param).toContain(phase)
    const reels = sent.filter(({ edge }) => edge === 'POST video_reels')
    for (const { values } of reels)
      expect(edges.enums.pagevideo_reels_upload_phase_enum_param).toContain(values['upload_phase']?.toUpperCase())
    expect(edges.enums.pagevideo_reels_video_state_enum_param).toContain(reels.at(-1)?.values['video_state'])
    for (const { node, values } of sent.filter(({ edge }) => edge === 'GET insights')) {
      const periods =
        node === 'Page' ? edges.enums.pageinsights_period_enum_param : edges.enums.pagepostinsights_period_enum_param
      expect(periods).toContain(values['period'])
    }
  })

  it('never holds the token in an address', () => {
    const { pageToken = 'missing' } = stage.platform.credentials
    for (const { url } of sent) expect(url).not.toContain(pageToken)
  })

  it('names the version that is pinned', () => {
    for (const { url } of sent) expect(new URL(url).pathname).toContain('/v26.0/')
  })
})

/** Each shape published, looked for without a memory of it, measured, edited and taken down. */
async function sendEverything(): Promise<Sent[]> {
  const recorded = stage.record()
  const kept: Promise<Sent | null>[] = []
  const { http } = recorded.call
  recorded.call.http = (request) => {
    const { copy, request: given } = fork(request)
    kept.push(keep(given, copy))
    return http(given)
  }
  const photos = anItem({ media: [stage.files.photo, stage.files.secondPhoto] })
  for (const item of [
    photos,
    anItem(),
    stage.item('video', [stage.film()]),
    stage.item('reel', [stage.film(300_001)]),
  ]) {
    const draft = stage.draft(item)
    const live = stage.live(item, await stage.publish(draft, recorded))
    await channel.find(
      { draft: stage.draft({ ...item, link: `${item.link}x`, title: 'Khác' }), armedAt: stage.platform.now() },
      { ...recorded.call, checkpoints: [] },
    )
    await channel.measure([live], recorded.call)
    await channel.update?.(live, draft, recorded.call)
    await channel.withdraw?.(live, recorded.call)
  }
  await channel.audience(recorded.call)
  await channel.webhook?.subscribe?.(
    { ...recorded.call, credentials: { pageToken: stage.platform.credentials['pageToken'] } },
    {
      url: 'https://lantoa.example/webhook',
      secret: 'bi-mat',
    },
  )
  return (await Promise.all(kept)).flatMap((one) => one ?? [])
}

/** A stream can be read once: one half goes out, the other is looked at. */
function fork(request: HttpRequest): { request: HttpRequest; copy: ReadableStream<Uint8Array> | null } {
  if (!(request.body instanceof ReadableStream)) return { request, copy: null }
  const [body, copy] = request.body.tee()
  return { request: { ...request, body }, copy }
}

async function keep({ method, url, body }: HttpRequest, copy: ReadableStream<Uint8Array> | null): Promise<Sent | null> {
  const { pathname, searchParams } = new URL(url)
  const form = copy ? await new Response(copy).text() : ''
  if (pathname.startsWith('/facebook/rupload')) return null
  const [, , , , id = '', edge] = pathname.split('/')
  const values = { ...Object.fromEntries(searchParams), ...partsOf(form), ...saidIn(body) }
  const names = Object.keys(values)
  return {
    node: nodeOf(id),
    edge: edge ? `${method} ${edge}` : method,
    names,
    fields: fieldsOf(values['fields'] ?? ''),
    url,
    values,
  }
}

function saidIn(body: HttpRequest['body']): Record<string, string> {
  return typeof body === 'string' ? JSON.parse(body) : {}
}

function partsOf(form: string): Record<string, string> {
  const part = /form-data; name="(\w+)"(?:; filename="[^"]*")?\r\n(?:Content-Type: \S+\r\n)?\r\n([^\r]{0,40})/g
  return Object.fromEntries([...form.matchAll(part)].map(([, name, value]) => [name, value ?? '']))
}

function fieldsOf(text: string): string[] {
  const flat = text.replaceAll(/\{[^}]*\}|\([^)]*\)/g, '').split(',')
  return flat.flatMap((field) => field.split('.')[0] || [])
}

function nodeOf(id: string): Node {
  if (id.includes('_')) return 'PagePost'
  return id === stage.platform.account ? 'Page' : 'AdVideo'
}
