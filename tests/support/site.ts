/** The public section on a bare HTTP server with its pages in memory: the same functions that the Next.js routes call. */
import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { answerChannel } from '@/app/(site)/_pages/answer-channel'
import { answerVisitor } from '@/app/(site)/_pages/answer-visitor'
import type { Page, PageStore, Section, Site } from '@/app/(site)/_pages/site'

export type SiteFault = 'drop-after-accept' | 'hang-after-accept' | 'error-after-accept' | 'not-ready' | 'too-fast'

export type RunningSite = {
  origin: string
  site: Site
  /** Bodies of every page that was put up, to the byte. */
  taken: string[]
  fault(fault: SiteFault | null): void
  close(): Promise<void>
}

type Settings = { mediaDirectory?: string; links?: Record<string, string>; now?: () => Date; section?: Partial<Section> }

const audiences = [
  { slug: 'elderly', name: 'Người cao tuổi' },
  { slug: 'youth', name: 'Thanh thiếu niên' },
  { slug: 'officials', name: 'Cán bộ, công chức' },
  { slug: 'everyone', name: 'Mọi người' },
]

export async function runSite({ mediaDirectory = '/nonexistent', links = {}, now = () => new Date(), section }: Settings = {}): Promise<RunningSite> {
  const taken: string[] = []
  let fault: SiteFault | null = null
  const server = createServer((incoming, outgoing) => {
    const { method, url = '/' } = incoming
    void readBody(incoming).then(async (body) => {
      const path = decodeURIComponent(url.split('?')[0] ?? '').split('/').filter(Boolean)
      const request = new Request(`${site.publicUrl}${url}`, { method: method ?? 'GET', headers: headersOf(incoming), ...(body ? { body } : {}) })
      const isChannel = path[0] === 'api' && path[1] === 'site'
      if (isChannel && method === 'PUT' && fault && !fault.endsWith('after-accept')) return send(refusal(fault), outgoing)
      const response = isChannel ? await answerChannel(request, path.slice(2), site) : await answerVisitor(request, path, site)
      if (isChannel && method === 'PUT' && response.status === 201) taken.push(body)
      if (isChannel && method === 'PUT' && fault) return spoil(fault, incoming, outgoing)
      return send(response, outgoing)
    })
  })
  const origin = await listen(server)
  const site: Site = {
    publicUrl: origin,
    token: randomBytes(24).toString('base64url'),
    mediaDirectory,
    pages: pagesInMemory(),
    section: async () => ({ name: 'Chuyên trang An toàn thông tin', audiences, campaign: null, ...section }),
    resolveLink: async (code) => links[code] ?? null,
    now,
  }
  return {
    origin,
    site,
    taken,
    fault: (wanted) => {
      fault = wanted
    },
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

export function pagesInMemory(): PageStore {
  const pages = new Map<string, Page>()
  const live = () => [...pages.values()].filter(({ state }) => state === 'live').reverse()
  const change = (publication: string, changes: Partial<Page>) => {
    const page = pages.get(publication)
    if (page) pages.set(publication, { ...page, ...changes })
  }
  return {
    findByPublication: async (publication) => pages.get(publication) ?? null,
    findBySlug: async (slug) => live().find((page) => page.slug === slug) ?? [...pages.values()].findLast((page) => page.slug === slug) ?? null,
    listLive: async ({ audience, limit, skip = 0 }) => {
      const meant = live().filter(({ post }) => !audience || post.audiences.some(({ slug }) => slug === audience || slug === 'everyone'))
      return meant.slice(skip, skip + limit)
    },
    insert: async (page) => {
      if (pages.has(page.publication) || live().some(({ slug }) => slug === page.slug)) return 'taken'
      const inserted: Page = { ...page, state: 'live', views: 0 }
      pages.set(page.publication, inserted)
      return inserted
    },
    replace: async (publication, changes) => change(publication, changes),
    withdraw: async (publication) => change(publication, { state: 'gone' }),
    countView: async (publication) => change(publication, { views: (pages.get(publication)?.views ?? 0) + 1 }),
    readViews: async (publications) =>
      Object.fromEntries(live().flatMap(({ publication, views }) => (publications.includes(publication) ? [[publication, views]] : []))),
  }
}

function refusal(fault: SiteFault): Response {
  const errors = [{ code: fault, message: 'Thử lại sau.' }]
  return fault === 'too-fast' ? Response.json({ errors }, { status: 429, headers: { 'retry-after': '7' } }) : Response.json({ errors }, { status: 503 })
}

function spoil(fault: SiteFault, incoming: IncomingMessage, outgoing: ServerResponse): void {
  if (fault === 'drop-after-accept') incoming.socket.destroy()
  if (fault === 'error-after-accept') outgoing.writeHead(500).end('<html>lỗi</html>')
}

async function readBody(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString('utf8')
}

function headersOf({ headers }: IncomingMessage): Headers {
  return new Headers(Object.entries(headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as [string, string]] : [])))
}

async function send(response: Response, outgoing: ServerResponse): Promise<void> {
  outgoing.writeHead(response.status, Object.fromEntries(response.headers))
  outgoing.end(Buffer.from(await response.arrayBuffer()))
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
