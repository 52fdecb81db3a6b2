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
  /** Codes of tracked links that were opened, as often as they were. */
  clicks: string[]
  fault(fault: SiteFault | null): void
  close(): Promise<void>
}

type Settings = {
  mediaDirectory?: string
  links?: Record<string, string>
  now?: () => Date
  section?: Partial<Section>
  pages?: PageStore
}

const audiences = [
  { slug: 'elderly', name: 'Người cao tuổi' },
  { slug: 'youth', name: 'Thanh thiếu niên' },
  { slug: 'officials', name: 'Cán bộ, công chức' },
  { slug: 'everyone', name: 'Mọi người' },
]

const topics = [{ slug: 'canh-bao', name: 'Cảnh báo, nguy cơ, xu hướng' }]

export async function runSite({
  mediaDirectory = '/nonexistent',
  links = {},
  now = () => new Date(),
  section,
  pages = pagesInMemory(),
}: Settings = {}): Promise<RunningSite> {
  const clicks: string[] = []
  const desk: Desk = { taken: [], fault: null }
  const server = createServer((incoming, outgoing) => void serve(incoming, outgoing, { site, desk }))
  const origin = await listen(server)
  const site: Site = {
    publicUrl: origin,
    token: randomBytes(24).toString('base64url'),
    mediaDirectory,
    pages,
    section: async () => ({ name: 'Chuyên trang An toàn thông tin', audiences, topics, campaign: null, ...section }),
    resolveLink: async (code) => links[code] ?? null,
    countClick: async (code) => void clicks.push(code),
    links: async () => ({ corrections: [], corrected: null }),
    now,
  }
  return {
    origin,
    site,
    taken: desk.taken,
    clicks,
    fault: (fault) => {
      desk.fault = fault
    },
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

type Desk = { taken: string[]; fault: SiteFault | null }

async function serve(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  { site, desk }: { site: Site; desk: Desk },
): Promise<void> {
  const { method = 'GET', url = '/' } = incoming
  const body = await readBody(incoming)
  const path = decodeURIComponent(url.split('?')[0] ?? '')
    .split('/')
    .filter(Boolean)
  const request = new Request(`${site.publicUrl}${url}`, {
    method,
    headers: headersOf(incoming),
    ...(body ? { body } : {}),
  })
  const isChannel = path[0] === 'api' && path[1] === 'site'
  if (!isChannel) return send(await answerVisitor(request, path, site), outgoing)
  const answer = () => answerChannel(request, path.slice(2), site)
  return method === 'PUT' ? servePut({ answer, body, desk }, incoming, outgoing) : send(await answer(), outgoing)
}

type Put = { answer: () => Promise<Response>; body: string; desk: Desk }

async function servePut(
  { answer, body, desk }: Put,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const { fault } = desk
  if (fault && !fault.endsWith('after-accept')) return send(refusal(fault), outgoing)
  const response = await answer()
  // A page put up anew, or with other words; the same again says nothing new.
  if (response.ok && !desk.taken.includes(body)) desk.taken.push(body)
  return fault ? spoil(fault, incoming, outgoing) : send(response, outgoing)
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
    findBySlug: async (slug) =>
      live().find((page) => page.slug === slug) ?? [...pages.values()].findLast((page) => page.slug === slug) ?? null,
    listLive: async ({ audience, topic, limit, skip = 0 }) => {
      const meant = live().filter(
        ({ post }) =>
          (!audience || post.audiences.some(({ slug }) => slug === audience || slug === 'everyone')) &&
          (!topic || post.topics.some(({ slug }) => slug === topic)),
      )
      return meant.slice(skip, skip + limit)
    },
    listAddresses: async (limit) =>
      live()
        .slice(0, limit)
        .map(({ slug, publishedAt }) => ({ slug, changedAt: publishedAt })),
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
      Object.fromEntries(
        live().flatMap(({ publication, views }) => (publications.includes(publication) ? [[publication, views]] : [])),
      ),
  }
}

function refusal(fault: SiteFault): Response {
  const errors = [{ code: fault, message: 'Thử lại sau.' }]
  return fault === 'too-fast'
    ? Response.json({ errors }, { status: 429, headers: { 'retry-after': '7' } })
    : Response.json({ errors }, { status: 503 })
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
  return new Headers(
    Object.entries(headers).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value] as [string, string]] : [],
    ),
  )
}

async function send(response: Response, outgoing: ServerResponse): Promise<void> {
  outgoing.writeHead(response.status, Object.fromEntries(response.headers))
  outgoing.end(Buffer.from(await response.arrayBuffer()))
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
