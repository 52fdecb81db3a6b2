/** The newsroom with a channel on every kind of place, and the worker's jobs run by hand. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Publication } from '@/engine/rows'
import { readChannel } from '@/engine/desk/read-content'
import { lookalikes } from '@/sandbox'
import { judge } from '@/sandbox/desk/verdict'
import { changeSettings } from '@/sandbox/zalo/state'
import type { Outcome } from '~/jobs/runtime/definition'
import { runJob } from '../../support/engine/rest'
import type { Body } from '../../support/office'
import { type Connected, openConnected } from '../../support/office/platforms'
import { expectOk, publicationRow } from '../../support/office/desk'
import { runSite } from '../../support/site'

export const reason = 'Bài nêu sai số điện thoại của công an'

export type Platform = 'site' | 'facebook' | 'zalo' | 'telegram'

/** The publication on a channel. */
export type Posts = (channel: string) => string

export type Newsroom = Connected & {
  /** By platform; the section is the office's own. */
  places: Record<Platform, string>
  /** A new channel with an account of its own. */
  connect(platform: string): Promise<string>
  run(job: string, input: object): Promise<Outcome>
  /** Written, planned, signed and sent on these channels; the publications by channel. */
  goLive(channels: readonly string[]): Promise<{ article: string; posts: Posts }>
  sign(article: string): Promise<void>
  plan(article: string, channels: readonly string[], dueAt?: Date): Promise<Posts>
  row(id: string): Promise<Publication>
  /** Everything the timetable would wake for recalls. */
  recallNow(): Promise<Outcome[]>
  visible(id: string): Promise<number>
}

export async function openNewsroom(file: string): Promise<Newsroom> {
  // A platform that fetches a cover has to find it.
  const mediaDirectory = await mkdtemp(join(tmpdir(), 'lan-toa-newsroom-'))
  const shelf = await runSite({ mediaDirectory })
  const office = await openConnected(file, { MEDIA_DIRECTORY: mediaDirectory, PUBLIC_URL: shelf.origin })
  const { jobs, sweeps } = await import('~/jobs')
  const { sealFor } = await import('@/engine/credentials')
  const { engine } = office
  changeSettings(office.sandbox.desk, { appears: 'when-accepted', looks: 0 })
  const run = (name: string, input: object) => runJob({ engine, jobs, sweeps }, name, input)
  const connect = async (platform: string) => {
    const { account, credentials } = office.openAccount(platform, `Kênh ${platform}`)
    const { rows, now } = engine
    const id = await rows.insert('channels', {
      name: `Kênh ${platform}`,
      platform,
      organization: office.organization,
      externalId: account,
      url: `https://${platform}.example/${account}`,
      state: 'connected',
      checkedAt: now(),
      confirmedAt: now(),
      confirmedAccount: account,
      legalNoteAcceptedBy: office.people.leader,
      secretRenewedAt: now(),
      secretExpiresAt: new Date(now().getTime() + 90_000_000),
      pacingSeconds: 0,
    })
    await rows.update('channels', { id }, { secret: sealFor(id, credentials) })
    return id
  }
  const places = {
    site: office.channel,
    facebook: await connect('facebook'),
    zalo: await connect('zalo'),
    telegram: await connect('telegram'),
  }

  const plan: Newsroom['plan'] = async (article, channels, dueAt = engine.now()) => {
    const items = channels.map((channel) => ({ channel, dueAt: dueAt.toISOString() }))
    const answer = await expectOk(office.asPerson('publisher').post(`/articles/${article}/publications`, { items }))
    const made = answer.body['publications'] as { id: string; channel: string }[]
    return (channel) => made.find((one) => one.channel === channel)?.id ?? 'nowhere'
  }
  const sign = async (article: string) => {
    await expectOk(office.asPerson('reporter').post(`/articles/${article}/submit`))
    await expectOk(office.asPerson('approver').post(`/articles/${article}/approve`))
  }
  return {
    ...office,
    places,
    connect,
    run,
    plan,
    sign,
    close: async () => {
      await office.close()
      await shelf.close()
      await rm(mediaDirectory, { recursive: true, force: true })
    },
    row: (id) => publicationRow(office, id),
    goLive: async (channels) => {
      const { id: article } = await office.writeArticle({ cover: office.medium })
      const posts = await plan(article, channels)
      await sign(article)
      for (const channel of channels) await run('publish', { channel })
      return { article, posts }
    },
    recallNow: async () => {
      const wakes = (await Promise.all(sweeps.map((sweep) => sweep.find(engine)))).flat()
      return Promise.all(wakes.filter(({ job }) => job === 'recall').map(({ input }) => run('recall', input as object)))
    },
    visible: async (id) => visibleOn(office, await publicationRow(office, id)),
  }
}

/** By the platform's own word. */
async function visibleOn(office: Connected, { id, platform, channel, trackedCode }: Publication): Promise<number> {
  const lookalike = lookalikes.find((candidate) => candidate.platform === platform)
  if (!lookalike) return (await office.section.site.pages.findByPublication(id))?.state === 'live' ? 1 : 0
  const { externalId } = await readChannel(office.engine, channel)
  const { posts } = judge(lookalike.wall(office.sandbox.desk), [])
  return posts[`${platform}|${externalId}|${trackedCode}`] ?? 0
}

export type RecallPlace = {
  publication: string
  state: string
  result: string
  message: string | null
  nextTryAt: string | null
}

export function placesIn({ body }: { body: Body }): RecallPlace[] {
  return body['places'] as RecallPlace[]
}

export async function readPlaces(office: Newsroom, article: string): Promise<RecallPlace[]> {
  return placesIn(await expectOk(office.asPerson('reporter').get(`/articles/${article}/recall`)))
}

/** Every request that takes something down, from now on, whoever sends it. */
export function countDeletions({ engine, sandbox }: Newsroom): () => number {
  const { http } = engine
  let taken = 0
  engine.http = (asked) => {
    if (asked.method === 'DELETE' || asked.url.endsWith('/remove')) taken += 1
    return http(asked)
  }
  return () => taken + sandbox.desk.entries.read({}).filter(({ call }) => call === 'deleteMessage').length
}

/** It was up on a place that takes films alone, and is down by now. */
export async function addSeenFilm({ engine, organization }: Newsroom, article: string, channel: string): Promise<void> {
  const at = engine.now()
  await engine.rows.insert('publications', {
    title: 'Mã OTP là chìa khóa nhà',
    contentKind: 'articles',
    contentId: article,
    channel,
    platform: 'youtube',
    organization,
    dueAt: at,
    publishedAt: at,
    state: 'withdrawn',
    latePolicy: 'hold',
    lateAfterMinutes: 60,
    revision: 0,
    trackedCode: 'phim-sai',
    placeKey: 'phim-sai',
  })
}
