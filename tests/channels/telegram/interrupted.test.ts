/** Posts of several messages, broken off anywhere: no message twice, none forgotten. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Draft } from '@/channels/contract'
import { channel } from '@/channels/telegram'
import type { TelegramPost } from '@/channels/telegram/options'
import { lookalike } from '@/sandbox/telegram'
import { changeChat } from '@/sandbox/telegram/chats'
import { listMessages } from '@/sandbox/telegram/messages/store'
import { openBench, type Bench } from '../../contracts/bench'
import { runLookalike, type RunningLookalike } from '../../support/platforms'
import { openLine } from './lossy'
import { aLongBody, anOwnItem, aPollVariant, long, shapes, somePhotos } from './shapes'

let platform: RunningLookalike
let bench: Bench<TelegramPost>

beforeEach(async () => {
  platform = await runLookalike(lookalike)
  bench = await openBench(channel, platform)
})
afterEach(() => platform.close())

/** What stands in the channel of this draft's parts, by their first words. */
function standing() {
  return listMessages(platform.desk, platform.account).filter(({ isRemoved, id }) => !isRemoved && id > 1)
}

function messagesOf({ post }: Draft<TelegramPost>): number {
  return post.parts.reduce((sum, part) => sum + (part.kind === 'album' ? part.media.length : 1), 0)
}

describe.each(Object.entries(shapes))('%s', (_name, make) => {
  it('goes out once and whole, whichever answer is lost on its way back', async () => {
    const calls: string[] = []
    for (let lost = 0; lost <= calls.length; lost += 1) {
      const item = make(bench.files)
      const draft = bench.draft(item)
      const before = standing().length
      const went = await publishOver(draft, lost)
      expect([went[lost], standing().length - before]).toEqual([went[lost], messagesOf(draft)])
      expect(await platform.visible(item.link)).toBe(1)
      if (lost < went.length) calls[lost] = went[lost] ?? ''
    }
    expect(calls.filter((name) => name.startsWith('send'))).toHaveLength(
      bench.draft(make(bench.files)).post.parts.length,
    )
  })
})

async function publishOver(draft: Draft<TelegramPost>, lost: number): Promise<string[]> {
  const line = await openLine(platform.addresses['TELEGRAM_API_URL'] ?? '', lost)
  const addresses = { api: line.address, web: platform.addresses['TELEGRAM_WEB_URL'] ?? '' }
  const first = bench.record({ addresses })
  const outcome = await channel.publish(draft, first.call).catch((failure: unknown) => failure)
  await line.close()
  if (outcome instanceof Error) await goOn(draft, first)
  return line.calls
}

/** As the engine does: looks until it is sure, and sends again only what is proven absent. */
async function goOn(draft: Draft<TelegramPost>, recorded: ReturnType<Bench<TelegramPost>['record']>): Promise<void> {
  const found = await bench.settle(draft, recorded)
  expect(found).not.toBe('cannot-tell')
  if (found === 'absent') await bench.publish(draft, bench.record({ earlier: recorded.checkpoints }))
}

describe('a post of several messages', () => {
  const captioned = () =>
    anOwnItem({ media: [bench.files.photo], variant: { title: 'Ảnh', text: `${long}{link}`, options: {} } })

  it('goes on after a throttled text without looking in a chat that is told to wait', async () => {
    const draft = bench.draft(captioned())
    const first = bench.record()
    platform.fault?.('throttle', 'sendMessage')
    expect(await bench.failToPublish(draft, first)).toMatchObject({
      kind: 'throttled',
      scope: 'channel',
      retryAfter: 5,
    })
    platform.fault?.('unavailable', 'forwardMessages')
    const published = await bench.publish(draft, bench.record({ earlier: first.checkpoints }))
    expect(published.remoteId).toMatch(/^2~[0-9a-f]{8},3$/)
    expect(standing()).toHaveLength(2)
  })

  it('is taken back whole when one of its messages is refused', async () => {
    const item = anOwnItem({
      media: somePhotos(bench.files, 3),
      variant: { title: 'A', text: `${long}{link}`, options: {} },
    })
    const draft = bench.draft(item)
    const parts = draft.post.parts.map((part) => (part.kind === 'text' ? { ...part, html: 'x'.repeat(5000) } : part))
    const first = bench.record()
    const refused = { ...draft, post: { ...draft.post, parts } }
    expect(await bench.failToPublish(refused, first)).toMatchObject({ kind: 'rejected' })
    expect(first.checkpoints.at(-1)?.step).toBe('taken-back')
    expect(standing()).toEqual([])
    await bench.publish(draft, bench.record({ earlier: first.checkpoints }))
    expect(await platform.visible(item.link)).toBe(1)
    expect(standing()).toHaveLength(4)
  })

  it('knows from its own checkpoints that everything went out', async () => {
    const draft = bench.draft(captioned())
    const first = bench.record()
    const published = await bench.publish(draft, first)
    platform.fault?.('unavailable', '*')
    expect(await bench.find(draft, bench.record({ earlier: first.checkpoints }))).toEqual(published)
  })

  it('answers its first message with every further one', async () => {
    const item = anOwnItem({ body: aLongBody(150), variant: { ...aPollVariant(), title: '' } })
    item.variant.options = { ...(item.variant.options as object), extent: 'whole' }
    await bench.publish(bench.draft(item))
    const [first, ...others] = standing()
    expect(others.length).toBeGreaterThan(2)
    expect(others.map(({ replyTo }) => replyTo)).toEqual(others.map(() => first?.id))
  })

  it('is withdrawn with all its messages', async () => {
    const item = anOwnItem({ media: somePhotos(bench.files, 4), variant: aPollVariant() })
    const live = bench.live(item, await bench.publish(bench.draft(item)))
    expect(live.remoteId).toMatch(/^2\+3\+4\+5~[0-9a-f]{8},6:\d+~[0-9a-f]{8}$/)
    await channel.withdraw?.(live, bench.record().call)
    expect(standing()).toEqual([])
  })

  it('is not sent twice when nobody can look: a person decides', async () => {
    const draft = bench.draft(captioned())
    const first = bench.record()
    platform.fault?.('accept-then-drop', 'sendPhoto')
    await bench.failToPublish(draft, first)
    changeChat(platform.desk, platform.account, { protected: true })
    expect(await bench.settle(draft, first)).toBe('cannot-tell')
  })
})

describe('a video that the server posts later (message_id 0)', () => {
  beforeEach(() => platform.knob?.('queuedVideos', 1))

  const clip = () =>
    anOwnItem({
      kind: 'clips',
      media: [bench.files.video],
      variant: { title: 'Phim', text: `${long}{link}`, options: {} },
    })

  it('is followed until it stands in the channel, and never sent again', async () => {
    const item = anOwnItem({ kind: 'clips', media: [bench.files.video], variant: aPollVariant() })
    const draft = bench.draft(item)
    expect(await channel.publish(draft, bench.record().call)).toMatchObject({ outcome: 'processing', lookAgainIn: 30 })
    expect(await platform.visible(item.link)).toBe(0)
    platform.pass(60)
    expect(await platform.visible(item.link)).toBe(1)
  })

  it('lets its text go out meanwhile, and is published when both are there', async () => {
    const item = clip()
    const published = await bench.publish(bench.draft(item))
    expect(published.remoteId).toMatch(/^3~[0-9a-f]{8},2$/)
    expect(standing().map(({ kind }) => kind)).toEqual(['text', 'video'])
  })

  it('in an album is found as the whole album', async () => {
    const media = [bench.files.video, ...somePhotos(bench.files, 2)]
    const item = anOwnItem({ media, variant: { title: '', text: '', options: { presentation: 'album' } } })
    const published = await bench.publish(bench.draft(item))
    expect(published.remoteId).toMatch(/^2\+3\+4~[0-9a-f]{8}$/)
  })

  it('is "being processed", not absent, when the worker died after it was taken', async () => {
    const draft = bench.draft(anOwnItem({ kind: 'clips', media: [bench.files.video] }))
    const first = bench.record()
    await channel.publish(draft, first.call)
    const found = await bench.find(draft, bench.record({ earlier: first.checkpoints }))
    expect(found).toMatchObject({ outcome: 'processing' })
  })

  it('stays "being processed" while nobody can look', async () => {
    const draft = bench.draft(anOwnItem({ kind: 'clips', media: [bench.files.video] }))
    const taken = await channel.publish(draft, bench.record().call)
    if (taken.outcome !== 'processing') throw new Error('not processing')
    changeChat(platform.desk, platform.account, { protected: true })
    platform.pass(60)
    expect(await channel.follow?.(taken.ticket, bench.record().call)).toMatchObject({ outcome: 'processing' })
  })
})
