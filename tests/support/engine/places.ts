/** The five places a publication can go to, each as a witness that can be broken: four look-alikes and our own section. */
import type { Fault } from '@/sandbox/contract'
import { lookalikes } from '@/sandbox'
import { judge } from '@/sandbox/desk/verdict'
import { startSandbox, type Sandbox } from '@/sandbox/server'
import { changeSettings, listArticles } from '@/sandbox/zalo/state'
import type { RunningSite, SiteFault } from '../site'
import type { Clock } from '.'

export const platforms = ['site', 'facebook', 'zalo', 'youtube', 'telegram'] as const

export type PlatformName = (typeof platforms)[number]

export type Account = { account: string; url: string; credentials: Record<string, string>; expiresInSeconds?: number }

/** One publication as the place knows it. */
export type Trace = { id: string; account: string; code: string }

export type Place = {
  /** A new account of its own, so that tests do not meet each other. */
  open(name: string): Account
  /** The next request that cannot be taken back meets the fault. */
  fault(fault: Fault, call?: string): void
  heal(): void
  /** How many posts of this publication the public sees, by the platform's own word. */
  visible(trace: Trace): Promise<number>
  /** How many posts of this publication there have ever been, by the append-only log. */
  sent(trace: Trace): number
  /** Everything that stands on the account, whoever put it there and whether or not the public sees it. */
  standing(account: string): number
}

export type Places = Readonly<Record<PlatformName, Place>> & {
  addresses: Record<string, string>
  sandbox: Sandbox
  close(): Promise<void>
}

const sendCalls = {
  facebook: 'feed.create',
  zalo: 'article.update',
  youtube: 'videos.insert.finish',
  telegram: 'sendMessage',
}

type Settings = { directory: string; clock: Clock; site: RunningSite }

export async function openPlaces({ directory, clock, site }: Settings): Promise<Places> {
  const sandbox = await startSandbox({ lookalikes, directory, port: 0, now: clock.now })
  changeSettings(sandbox.desk, { appears: 'when-accepted', looks: 0 })
  const place = (platform: keyof typeof sendCalls) => lookalikePlace(sandbox, platform)
  return {
    site: sitePlace(site),
    facebook: place('facebook'),
    zalo: place('zalo'),
    youtube: place('youtube'),
    telegram: place('telegram'),
    addresses: sandbox.addresses,
    sandbox,
    close: sandbox.close,
  }
}

function lookalikePlace({ desk }: Sandbox, platform: keyof typeof sendCalls): Place {
  const lookalike = lookalikes.find((candidate) => candidate.platform === platform)
  if (!lookalike) throw new Error(`no look-alike for ${platform}`)
  return {
    open: (name) => ({ ...lookalike.open(desk, name), ...lifeOf(platform) }),
    fault: (fault, call = sendCalls[platform]) => desk.faults.add({ platform, call, fault, times: 1 }),
    heal: () => desk.faults.clear(),
    visible: async ({ account, code }) => judge(lookalike.wall(desk), []).posts[`${platform}|${account}|${code}`] ?? 0,
    sent: ({ code }) => desk.entries.read({ platform }).filter((entry) => holds(entry, code)).length,
    standing: (account) =>
      platform === 'zalo'
        ? listArticles(desk, account).length
        : lookalike.wall(desk).filter((post) => post.account === account).length,
  }
}

/** Every way in which a log entry can carry the tracked link: in its text, or as the link itself. */
function holds(entry: Record<string, unknown>, code: string): boolean {
  return JSON.stringify([entry['text'], entry['link'], entry['html'], entry['entities']]).includes(`/l/${code}`)
}

/** How long the credentials that the look-alike gives are good for. */
function lifeOf(platform: keyof typeof sendCalls): { expiresInSeconds?: number } {
  const seconds = { zalo: 90_000, youtube: 3_599 }
  return platform === 'zalo' || platform === 'youtube' ? { expiresInSeconds: seconds[platform] } : {}
}

const siteFaults: Partial<Record<Fault, SiteFault>> = {
  unavailable: 'not-ready',
  throttle: 'too-fast',
  'accept-then-drop': 'drop-after-accept',
  'accept-then-hang': 'hang-after-accept',
  'error-after-accept': 'error-after-accept',
}

/** The section has no faults that end by themselves and no token but one: both are put back by `heal`. */
function sitePlace(running: RunningSite): Place {
  const { token } = running.site
  return {
    open: () => ({ account: 'site', url: running.origin, credentials: { address: running.origin, token } }),
    fault: (fault) => {
      if (fault === 'token-dead') running.site.token = 'another-token'
      else running.fault(siteFaults[fault] ?? null)
    },
    heal: () => {
      running.site.token = token
      running.fault(null)
    },
    visible: async ({ id }) => ((await running.site.pages.findByPublication(id))?.state === 'live' ? 1 : 0),
    sent: ({ id }) => running.taken.filter((body) => body.includes(`"${id}"`)).length,
    // One section holds the pages of all: each is counted by its publication.
    standing: () => 0,
  }
}
