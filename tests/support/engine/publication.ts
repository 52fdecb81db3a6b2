/** A publication that was approved and is due: its channel, its snapshot rendered by the real driver, its first audit entry. */
import { randomBytes } from 'node:crypto'
import type { Draft, Item } from '@/channels/contract'
import { channelOf } from '@/channels/registry'
import type { ChannelRow, Publication, Snapshot } from '@/engine/rows'
import type { Value } from '@/platform/database'
import { hashSnapshot } from '@/publishing/snapshot'
import { anItem } from '../items'
import type { Stage } from '.'
import type { PlatformName, Trace } from './places'

export type Wanted = {
  /** Another publication's channel; a new account otherwise. */
  channel?: ChannelRow
  item?: Partial<Item>
  /** Changed by hand before it was approved: how to make a platform refuse it. */
  edit?(draft: Draft<Record<string, unknown>>): void
  over?: Record<string, Value>
}

let count = 0

/** A connected channel on a new account of the look-alike. */
export async function addChannel(
  stage: Stage,
  platform: PlatformName,
  over: Record<string, Value> = {},
): Promise<ChannelRow> {
  count += 1
  const name = `Kênh thử ${count}`
  const { account, url, credentials, expiresInSeconds } = stage.places[platform].open(name)
  const { rows, now } = stage.engine
  const id = await rows.insert('channels', {
    name,
    platform,
    organization: stage.organization,
    externalId: account,
    url,
    state: 'connected',
    checkedAt: now(),
    confirmedAt: now(),
    confirmedAccount: account,
    legalNoteAcceptedBy: stage.leader,
    secretRenewedAt: now(),
    pacingSeconds: 0,
    secretExpiresAt: expiresInSeconds ? new Date(now().getTime() + expiresInSeconds * 1e3) : null,
    ...over,
  })
  await rows.update('channels', { id }, { secret: stage.sealFor(id, credentials) })
  return stage.channel(id)
}

export async function addPublication(stage: Stage, platform: PlatformName, wanted: Wanted = {}): Promise<Publication> {
  const channel = wanted.channel ?? (await addChannel(stage, platform))
  const draft = await insertDraft(stage, channel)
  const snapshot = freeze(stage, draft, { platform, wanted })
  const wakeAt = (wanted.over?.['dueAt'] as Date | undefined) ?? draft.dueAt
  const set = { snapshot: snapshot as never, approvedHash: hashSnapshot(snapshot), contentVersion: '1', wakeAt }
  await stage.transition(stage.engine, draft, { event: 'approve', set })
  if (wanted.over) await stage.engine.rows.update('publications', { id: draft.id }, wanted.over)
  return stage.read(draft.id)
}

/** Many rows that are due and nothing more: for races and bursts. */
export async function insertMany(stage: Stage, channel: ChannelRow, count: number): Promise<string[]> {
  const ids: string[] = []
  const lane = async () => {
    while (ids.length < count) {
      const place = ids.push('') - 1
      const { id } = await insertDraft(stage, channel)
      await stage.engine.rows.update('publications', { id }, { state: 'scheduled', wakeAt: stage.clock.now() })
      ids[place] = id
    }
  }
  await Promise.all(Array.from({ length: 8 }, lane))
  return ids
}

/** What the platforms know it by. */
export async function traceOf(stage: Stage, { id, channel, trackedCode }: Publication): Promise<Trace> {
  return { id, account: (await stage.channel(channel)).externalId, code: trackedCode }
}

/** The platform's own word: posts that the public sees. */
export async function visiblePosts(stage: Stage, publication: Publication): Promise<number> {
  const place = stage.places[publication.platform as PlatformName]
  return place.visible(await traceOf(stage, publication))
}

/** The platform's log: posts that there have ever been. */
export async function sentPosts(stage: Stage, publication: Publication): Promise<number> {
  return stage.places[publication.platform as PlatformName].sent(await traceOf(stage, publication))
}

async function insertDraft({ engine, organization, read }: Stage, channel: ChannelRow): Promise<Publication> {
  const code = randomBytes(6).toString('hex')
  const counters = { revision: 0, tries: 0, sends: 0, attemptNumber: 0, looks: 0, samples: 0, priority: 0 }
  const id = await engine.rows.insert('publications', {
    ...counters,
    title: 'Nhận diện cuộc gọi giả danh công an',
    contentKind: 'articles',
    contentId: `content-${code}`,
    trackedCode: code,
    channel: channel.id,
    platform: channel.platform,
    organization,
    dueAt: engine.now(),
    state: 'draft',
    latePolicy: 'hold',
    lateAfterMinutes: 60,
  })
  return read(id)
}

type Rendering = { platform: PlatformName; wanted: Wanted }

function freeze(stage: Stage, { id, trackedCode, contentId }: Publication, { platform, wanted }: Rendering): Snapshot {
  const driver = channelOf(platform)
  const link = `${stage.engine.publicUrl}/l/${trackedCode}`
  const slug = `nhan-dien-cuoc-goi-${trackedCode}`
  const item = anItem({ ...usual(stage, platform), ...wanted.item, publication: id, link, slug })
  const draft = structuredClone(driver.render(item)) as Draft<Record<string, unknown>>
  wanted.edit?.(draft)
  return {
    draft: { ...draft, post: driver.post.parse(draft.post) },
    content: { kind: 'articles', id: contentId, version: '1' },
  }
}

function usual({ media }: Stage, platform: PlatformName): Partial<Item> {
  if (platform === 'youtube') return { kind: 'clips', media: [media.video] }
  return platform === 'zalo' || platform === 'site' ? { media: [media.photo] } : {}
}
