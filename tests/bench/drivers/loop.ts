/** One driver in its own process: publishes to the end, counts its calls, weighs itself before and after. */
import { subscribe } from 'node:diagnostics_channel'
import type { Channel, Item } from '@/channels/contract'
import { channelOf } from '@/channels/registry'
import { ask } from '../lookalikes'
import { residentMegabytes } from '../memory'
import { recordCall } from '../../support/channels'
import { anItem, makeSampleFiles, type SampleFiles } from '../../support/items'
import { openShop } from './shop'

const WARM = 10
const POSTS = 200
const LANES = 8
const BARE = 300

export type Loop = {
  posts: number
  /** Milliseconds a post, one after the other and with several lanes. */
  one: number
  many: number
  /** Calls a post, and milliseconds a call that does nothing. */
  calls: number
  bare: number
  /** Megabytes: a driver that lets go of what it has sent grows little from the middle to the end. */
  before: number
  middle: number
  after: number
}

type Settings = { platform: string; origin: string; addresses: Record<string, string> }

const { platform, origin, addresses } = JSON.parse(process.argv[2] ?? '') as Settings
const channel = channelOf(platform)
const shop = await openShop({ origin, addresses, platform })
const files = await makeSampleFiles(channel, shop.place)
let calls = 0
for (const name of ['undici:request:create', 'http.client.request.start'])
  subscribe(name, (message) => {
    const { path } = (message as { request: { path: string } }).request
    // The look-alike's own addresses are no part of a post.
    if (!path.startsWith('/_')) calls += 1
  })

await post(WARM)
const before = weigh()
calls = 0
const one = (await timed(() => post(POSTS))) / POSTS
const perPost = calls / POSTS
const middle = weigh()
const many = (await timed(() => Promise.all(Array.from({ length: LANES }, () => post(POSTS / LANES))))) / POSTS
const after = weigh()
const bare = (await timed(measureBare)) / BARE
process.send?.({ posts: POSTS, one, many, calls: perPost, bare, before, middle, after } satisfies Loop, () =>
  process.exit(0),
)

async function post(count: number): Promise<void> {
  for (let posted = 0; posted < count; posted += 1) await publish(channel, channel.render(itemOf(files)))
}

async function publish<Post>(driver: Channel<Post>, draft: ReturnType<Channel<Post>['render']>): Promise<void> {
  const { call } = recordCall({ channel: driver, platform: shop.place, files })
  let result = await driver.publish(draft, call)
  while (result.outcome === 'processing') {
    if (!driver.follow) throw new Error('processing without a follow')
    const forwardSeconds = Math.ceil(result.lookAgainIn)
    result = await driver.follow(result.ticket, call)
    if (result.outcome === 'processing') await ask(`${origin}/_clock`, { forwardSeconds })
  }
}

/** The commonest post of each: words with a picture, or a clip. */
function itemOf({ photo, video }: SampleFiles): Item {
  const isClip = anItem({ kind: 'clips', media: [video] })
  return platform === 'youtube' ? isClip : anItem({ media: [photo] })
}

async function measureBare(): Promise<void> {
  const { call } = recordCall({ channel, platform: shop.place, files })
  for (let made = 0; made < BARE; made += 1) await call.http({ method: 'GET', url: `${origin}/_clock` })
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now()
  await work()
  return performance.now() - begin
}

/** What is only waiting to be collected is not held. */
function weigh(): number {
  global.gc?.()
  return residentMegabytes(process.pid)
}
