/** The newsroom with a channel on every kind of place, and the worker's jobs run by hand. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Publication } from '@/engine/rows'
import { lookalikes } from '@/sandbox'
import { judge } from '@/sandbox/desk/verdict'
import { changeSettings } from '@/sandbox/zalo/state'
import type { Outcome } from '~/jobs/runtime/definition'
import { runJob } from '../../support/engine/rest'
import { type Connected, openConnected } from '../../support/office/platforms'
import { expectOk, publicationRow } from '../../support/office/desk'
import { runSite } from '../../support/site'

export type Newsroom = Connected & {
  /** By platform; the section is the office's own. */
  places: Record<string, string>
  /** A new channel with an account of its own. */
  connect(platform: string): Promise<string>
  run(job: string, input: object): Promise<Outcome>
  /** Written, planned, signed and sent on these channels; the publications by channel. */
  goLive(channels: readonly string[]): Promise<{ article: string; posts: Record<string, string> }>
  sign(article: string): Promise<void>
  plan(article: string, channels: readonly string[], dueAt?: Date): Promise<Record<string, string>>
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
  const places = { site: office.channel } as Record<string, string>
  for (const platform of ['facebook', 'zalo', 'telegram']) places[platform] = await connect(platform)

  const plan: Newsroom['plan'] = async (article, channels, dueAt = engine.now()) => {
    const items = channels.map((channel) => ({ channel, dueAt: dueAt.toISOString() }))
    const answer = await expectOk(office.asPerson('publisher').post(`/articles/${article}/publications`, { items }))
    const made = answer.body['publications'] as { id: string; channel: string }[]
    return Object.fromEntries(made.map(({ id, channel }) => [channel, id]))
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
      for (const channel of channels) {
        const outcome = await run('publish', { channel })
        if (!('done' in outcome) || outcome.done !== 'published')
          throw new Error(JSON.stringify([outcome, await publicationRow(office, posts[channel] ?? '')]))
      }
      return { article, posts }
    },
    recallNow: async () => {
      const wakes = (await Promise.all(sweeps.map((sweep) => sweep.find(engine)))).flat()
      return Promise.all(wakes.filter(({ job }) => job === 'recall').map(({ input }) => run('recall', input as object)))
    },
    visible: async (id) => {
      const { platform, channel, trackedCode } = await publicationRow(office, id)
      const [{ externalId = '' } = {}] = await engine.rows.find<{ id: string; externalId: string }>('channels', {
        where: { id: channel },
      })
      if (platform === 'site') {
        const page = await office.section.site.pages.findByPublication(id)
        return page?.state === 'live' ? 1 : 0
      }
      const lookalike = lookalikes.find((candidate) => candidate.platform === platform)
      const { posts } = judge(lookalike?.wall(office.sandbox.desk) ?? [], [])
      return posts[`${platform}|${externalId}|${trackedCode}`] ?? 0
    },
  }
}
