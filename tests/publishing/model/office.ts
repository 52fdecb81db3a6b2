/**
 * The real handlers over rows and a platform in memory. The platform is the worst there may be: it takes whatever it is
 * sent, as often as it is sent, and answers as it is told to.
 */
import type { Engine } from '@/engine'
import type { Publication } from '@/engine/rows'
import type { Http } from '@/platform/http/contract'
import { HttpFailure } from '@/platform/http/contract'
import { hashSnapshot } from '@/publishing/snapshot'
import { anItem } from '../../support/items'
import { testSecrets } from '../../support/test-servers'
import { rowsInMemory } from './rows'

/** What becomes of the next request that would make a post visible. */
export type Fate = 'taken' | 'answer lost' | 'unavailable' | 'too fast' | 'refused' | 'error after it was taken'

type Sent = { publication: string; text: string; at: Date }

export type Office = Awaited<ReturnType<typeof openOffice>>

const BEGIN = Date.parse('2026-11-20T02:00:00Z')

export async function openOffice() {
  Object.assign(process.env, {
    ...testSecrets,
    DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
    LOG_LEVEL: 'silent',
  })
  const [{ logger }, { channelOf }, { transition }, { sealFor }, { jobs, sweeps }] = await Promise.all([
    import('@/platform/logger'),
    import('@/channels/registry'),
    import('@/engine/transition'),
    import('@/engine/credentials'),
    import('~/jobs'),
  ])
  let offset = 0
  const clock = {
    now: () => new Date(BEGIN + offset),
    pass: (seconds: number) => void (offset += Math.max(0, seconds) * 1000),
  }
  const sent: Sent[] = []
  const fates: Fate[] = []
  const rows = rowsInMemory(clock.now)
  const never = new AbortController().signal
  const engine: Engine = {
    payload: { findByID: async () => null } as never,
    rows,
    now: clock.now,
    http: worstPlatform({ sent, fates, now: clock.now }),
    log: logger,
    random: () => 0.5,
    stopping: never,
    ending: never,
    publicUrl: 'http://office.example',
    encryptionKey: testSecrets.ENCRYPTION_KEY,
    mediaDirectory: '/nonexistent',
    zone: 'Asia/Ho_Chi_Minh',
  }
  const organization = await rows.insert('organizations', { name: 'Công an tỉnh Kon Tum' })
  const channel = await rows.insert('channels', {
    name: 'Trang web',
    platform: 'site',
    organization,
    externalId: 'site',
    state: 'connected',
    secretRenewedAt: clock.now(),
    pacingSeconds: 0,
  })
  await rows.set('channels', { id: channel }, { secret: sealFor(channel, { token: 'a-token' }) })
  const driver = channelOf('site')
  let count = 0

  /** Approved, as the desk leaves it; `minutes` from now. */
  const schedule = async (minutes: number, latePolicy: string): Promise<string> => {
    count += 1
    const id = await rows.insert('publications', draftOf({ count, channel, organization }))
    const draft = await read(id)
    const item = anItem({ publication: id, slug: `bai-${count}`, link: `http://office.example/l/${count}` })
    const snapshot = { draft: driver.render(item), content: { kind: 'articles', id: `content-${count}`, version: '1' } }
    const dueAt = new Date(clock.now().getTime() + minutes * 60_000)
    const frozen = { snapshot: snapshot as never, approvedHash: hashSnapshot(snapshot), contentVersion: '1' }
    await transition(engine, draft, { event: 'approve', set: { ...frozen, dueAt, wakeAt: dueAt, latePolicy } })
    return id
  }
  const read = async (id: string): Promise<Publication> => {
    const [row] = await rows.find<Publication>('publications', { where: { id } })
    if (!row) throw new Error(`no row ${id}`)
    return row
  }
  return { engine, clock, sent, fates, channel, organization, jobs, sweeps, schedule, read }
}

function draftOf({ count, channel, organization }: { count: number; channel: string; organization: string }) {
  const counters = { revision: 0, tries: 0, sends: 0, attemptNumber: 0, looks: 0, samples: 0, priority: 0 }
  const nothing = { auditHash: null, armedAt: null, absentSince: null, ticket: null, remoteId: null, heldBecause: null }
  return {
    ...counters,
    ...nothing,
    title: 'Nhận diện cuộc gọi giả danh công an',
    contentKind: 'articles',
    contentId: `content-${count}`,
    trackedCode: `code-${count}`,
    channel,
    platform: 'site',
    organization,
    state: 'draft',
    latePolicy: 'hold',
    lateAfterMinutes: 60,
  }
}

type Platform = { sent: Sent[]; fates: Fate[]; now(): Date }

function worstPlatform(platform: Platform): Http {
  return async ({ method, url, body, mayGo }) => {
    if (mayGo && !mayGo()) throw new HttpFailure('not allowed', { mayHaveArrived: false, code: 'not-allowed' })
    const publication = url.split('/').at(-1) ?? ''
    if (method === 'PUT') return take(platform, publication, body as string)
    const isThere = platform.sent.some((one) => one.publication === publication)
    return answer(isThere ? 200 : 404, publication, platform.now())
  }
}

/** Whatever is not refused is there once more. */
function take({ sent, fates, now }: Platform, publication: string, text: string) {
  const fate = fates.shift() ?? 'taken'
  const refusal = notTaken[fate]
  if (refusal) return answer(refusal, publication, now())
  sent.push({ publication, text, at: now() })
  if (fate === 'answer lost') throw new HttpFailure('cut', { mayHaveArrived: true, code: 'ECONNRESET' })
  return answer(fate === 'taken' ? 200 : 500, publication, now())
}

const notTaken: Partial<Record<Fate, number>> = { unavailable: 503, 'too fast': 429, refused: 422 }

const refusals: Record<number, string> = { 404: 'page-unknown', 422: 'page-invalid', 429: 'too-fast', 503: 'not-ready' }

function answer(status: number, publication: string, at: Date) {
  const page = {
    publication,
    state: 'live',
    url: `http://office.example/tin/${publication}`,
    publishedAt: at.toISOString(),
  }
  const errors = [{ code: refusals[status] ?? 'broken', message: 'Thử lại sau.' }]
  const headers = new Headers({ 'content-type': 'application/json', ...(status === 429 ? { 'retry-after': '7' } : {}) })
  return { status, headers, text: JSON.stringify(status === 200 ? page : { errors }) }
}
