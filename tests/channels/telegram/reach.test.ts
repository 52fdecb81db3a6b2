/** Numbers: what a bot is given, what only comes by itself, and what a public page shows rounded. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Live } from '@/channels/contract'
import { channel } from '@/channels/telegram'
import type { TelegramPost } from '@/channels/telegram/options'
import { viewsOf } from '@/channels/telegram/reach/preview'
import { lookalike } from '@/sandbox/telegram'
import { changeChat } from '@/sandbox/telegram/chats'
import { round } from '@/sandbox/telegram/public/preview'
import { openBench, type Bench } from '../../contracts/bench'
import { runLookalike, type RunningLookalike } from '../../support/platforms'
import { anOwnItem, aPollVariant } from './shapes'

let platform: RunningLookalike
let bench: Bench<TelegramPost>

beforeEach(async () => {
  platform = await runLookalike(lookalike)
  bench = await openBench(channel, platform)
})
afterEach(() => platform.close())

async function publish(over: Parameters<typeof anOwnItem>[0] = {}): Promise<Live> {
  const item = anOwnItem(over)
  return bench.live(item, await bench.publish(bench.draft(item)))
}

const view = ({ remoteId }: Live, times: number) =>
  lookalike.acts?.['view']?.act(
    platform.desk,
    { account: platform.account, id: `${platform.account}/${Number.parseInt(remoteId, 10)}` },
    String(times),
  )

async function viewsFrom(posts: Live[], settings: Parameters<typeof bench.record>[0] = {}) {
  const recorded = bench.record(settings)
  const call = { ...recorded.call, credentials: { ...platform.credentials, preview: true } }
  const readings = await channel.measure(posts, call)
  return { views: readings.filter(({ metric }) => metric === 'views'), requests: recorded.requests }
}

describe('without the preview', () => {
  it('views, reactions and votes are empty, each with its reason', async () => {
    const post = await publish({ variant: aPollVariant() })
    expect(await channel.measure([post], bench.record().call)).toEqual(
      ['views', 'reactions', 'votes'].map((metric) =>
        expect.objectContaining({ metric, value: null, because: expect.stringMatching(/\.$/) }),
      ),
    )
  })

  it('subscribers are a number', async () => {
    expect(await channel.audience(bench.record().call)).toMatchObject([{ metric: 'followers', value: 1201 }])
  })
})

describe('with the preview', () => {
  it('views are what the page shows, and are called rounded', async () => {
    const [many, few] = [await publish(), await publish()]
    view(many, 1_234)
    view(few, 7)
    const { views, requests } = await viewsFrom([many, few])
    expect(views).toMatchObject([
      { value: 1_230, definition: expect.stringContaining('làm tròn') },
      { value: 7, definition: expect.stringContaining('làm tròn') },
    ])
    expect(requests).toHaveLength(1)
  })

  it('an older post is read on a page of its own', async () => {
    const old = await publish()
    view(old, 2_500_000)
    for (let number = 0; number < 20; number += 1) await publish()
    const { views, requests } = await viewsFrom([old])
    expect(views).toMatchObject([{ value: 2_500_000 }])
    expect(requests).toHaveLength(2)
  })

  it('what no page shows is empty and never 0', async () => {
    const [unseen, gone] = [await publish(), await publish()]
    await channel.withdraw?.(gone, bench.record().call)
    const { views } = await viewsFrom([unseen, gone])
    expect(views.map(({ value }) => value)).toEqual([null, null])
  })

  it('a channel without a public name has no page', async () => {
    changeChat(platform.desk, platform.account, { username: null })
    const { views, requests } = await viewsFrom([await publish()])
    expect(views).toMatchObject([{ value: null, because: expect.stringContaining('không công khai') }])
    expect(requests).toEqual([])
  })

  it('few pages are asked for in a minute, by all processes together', async () => {
    const posts: Live[] = []
    for (let number = 0; number < 30; number += 1) posts.push(await publish())
    const budgets = new Map<string, number>()
    const first = await viewsFrom(posts, { budgets })
    const second = await viewsFrom(posts, { budgets })
    expect([first.requests.length, second.requests.length]).toEqual([6, 0])
    expect(second.views.every(({ value }) => value === null)).toBe(true)
  })

  it('a page that does not answer is no number and no failure', async () => {
    const post = await publish()
    const { views } = await viewsFrom([post], { losesAnswer: 0 })
    expect(views).toMatchObject([{ value: null }])
  })
})

it.each([
  [7, 7],
  [999, 999],
  [1_000, 1_000],
  [1_299, 1_290],
  [12_345, 12_300],
  [123_456, 123_000],
  [1_056_000, 1_050_000],
])('%i views are read back as %i', (views, shown) => {
  const page = `<div data-post="Xa/57"><span class="tgme_widget_message_views">${round(views)}</span></div>`
  expect(viewsOf(page, { channel: 'xa', id: '57' })).toBe(shown)
  expect(viewsOf(page, { channel: 'xa', id: '5' })).toBeNull()
})
