import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { channel } from '@/channels/telegram'
import { visibleText } from '@/channels/telegram/html'
import type { TelegramPost } from '@/channels/telegram/options'
import { lookalike } from '@/sandbox/telegram'
import type { Chat } from '@/sandbox/telegram/chats'
import type { StoredMessage } from '@/sandbox/telegram/messages'
import { openBench, type Bench } from '../contracts/bench'
import { anItem } from '../support/items'
import { runLookalike, type RunningLookalike } from '../support/platforms'

const long = 'Bà con không chuyển tiền cho người lạ, báo ngay cho công an xã. '.repeat(30)

describe('a post of two messages', () => {
  let bench: Bench<TelegramPost>
  const captioned = () =>
    anItem({ media: [bench.files.photo], variant: { title: '', text: `${long}{link}`, options: {} } })

  beforeEach(async () => {
    bench = await openBench(channel, await runLookalike(lookalike))
  })
  afterEach(() => bench.platform.close())

  it.each(['throttle', 'accept-then-drop'] as const)(
    'does not send its picture again after %s on the text',
    async (fault) => {
      const item = captioned()
      const draft = bench.draft(item)
      const first = bench.record()
      bench.platform.fault?.(fault, 'sendMessage')
      await bench.failToPublish(draft, first)
      const again = bench.record({ earlier: first.checkpoints })
      const found = await bench.find(draft, again)
      const published =
        typeof found === 'object' && found.outcome === 'published' ? found : await bench.publish(draft, again)
      expect(published.remoteId).toBe('2,3')
      expect(await bench.platform.texts()).toEqual(draft.post.parts.map(({ html }) => visibleText(html)))
    },
  )

  it('finds a picture whose answer was lost before it sends one again', async () => {
    const draft = bench.draft(captioned())
    const first = bench.record()
    bench.platform.fault?.('accept-then-drop', 'sendPhoto')
    await bench.failToPublish(draft, first)
    expect(await bench.find(draft, bench.record({ earlier: first.checkpoints }))).toBe('absent')
    await bench.publish(draft, bench.record({ earlier: first.checkpoints }))
    expect(await bench.platform.texts()).toEqual(draft.post.parts.map(({ html }) => visibleText(html)))
  })

  it('takes its picture back when the text is refused', async () => {
    const item = captioned()
    const draft = bench.draft(item)
    const refused = {
      ...draft,
      post: {
        ...draft.post,
        parts: draft.post.parts.map((part) => (part.kind === 'text' ? { ...part, html: 'x'.repeat(5000) } : part)),
      },
    }
    const first = bench.record()
    expect(await bench.failToPublish(refused, first)).toMatchObject({ kind: 'rejected' })
    expect(first.checkpoints.at(-1)?.step).toBe('taken-back')
    await bench.publish(draft, bench.record({ earlier: first.checkpoints }))
    expect(await bench.platform.visible(item.link)).toBe(1)
  })

  it('knows from its own checkpoints that everything went out', async () => {
    const draft = bench.draft(captioned())
    const first = bench.record()
    const published = await bench.publish(draft, first)
    bench.platform.fault?.('unavailable', '*')
    expect(await bench.find(draft, bench.record({ earlier: first.checkpoints }))).toEqual(published)
  })

  it('is withdrawn with both messages', async () => {
    const item = captioned()
    const live = bench.live(item, await bench.publish(bench.draft(item)))
    await channel.withdraw?.(live, bench.record().call)
    expect(await bench.platform.visible(item.link)).toBe(0)
  })
})

describe('a channel', () => {
  let platform: RunningLookalike
  let bench: Bench<TelegramPost>

  beforeEach(async () => {
    platform = await runLookalike(lookalike)
    bench = await openBench(channel, platform)
  })
  afterEach(() => platform.close())

  const change = (facts: Partial<Chat>) => {
    const chat = platform.desk.records.get<Chat>('telegram.chats', platform.account)
    platform.desk.records.put('telegram.chats', platform.account, { ...chat, ...facts })
  }
  const inOpsChat = () =>
    platform.desk.records
      .list<StoredMessage>('telegram.messages')
      .filter(({ chat, isRemoved }) => chat === platform.credentials['opsChat'] && !isRemoved)

  it('cannot be searched without an ops chat', async () => {
    const { token = '' } = platform.credentials
    const blind = await openBench(channel, { ...platform, credentials: { token } })
    expect(await blind.find(blind.draft(anItem()), blind.record())).toBe('cannot-tell')
  })

  it('cannot be searched when its content is protected', async () => {
    change({ protected: true })
    expect(await bench.find(bench.draft(anItem()), bench.record())).toBe('cannot-tell')
  })

  it('proves nothing when all its first posts are gone', async () => {
    platform.desk.records.put('telegram.messages', `${platform.account}/1`, { isRemoved: true })
    expect(await bench.find(bench.draft(anItem()), bench.record())).toBe('cannot-tell')
  })

  it('is searched past deleted posts, and nothing stays in the ops chat', async () => {
    const first = platform.desk.records.get<StoredMessage>('telegram.messages', `${platform.account}/1`)
    for (let id = 2; id <= 437; id += 1) {
      const isRemoved = id > 390 || (id > 120 && id < 190)
      platform.desk.records.put('telegram.messages', `${platform.account}/${id}`, {
        ...first,
        id,
        at: '2026-01-01T00:00:00Z',
        isRemoved,
      })
    }
    platform.desk.records.put('sandbox.counters', `telegram.messages.${platform.account}`, 437)
    const item = anItem()
    await bench.publish(bench.draft(item))
    expect(await bench.find(bench.draft(item), bench.record())).toMatchObject({ outcome: 'published', remoteId: '438' })
    expect(await bench.find(bench.draft(anItem()), bench.record())).toBe('absent')
    expect(inOpsChat()).toEqual([])
  })

  it.each(['kicked', 'no-rights'] as const)('asks for a new connection when the bot is %s', async (standing) => {
    change({ standing })
    expect(await bench.failToPublish(bench.draft(anItem()), bench.record())).toMatchObject({ kind: 'unauthorized' })
    await expect(channel.check(bench.record().call)).rejects.toMatchObject({ kind: 'unauthorized' })
  })

  it('has received nothing when the file breaks off on the way', async () => {
    const draft = bench.draft(anItem({ media: [bench.files.photo] }))
    const recorded = bench.record()
    const broken = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new Uint8Array(1000)),
      pull: (controller) => controller.error(new Error('the disk is gone')),
    })
    const failure = await channel
      .publish(draft, { ...recorded.call, open: () => Promise.resolve(broken) })
      .catch((thrown: unknown) => thrown)
    expect(failure).toMatchObject({ kind: 'unavailable' })
    expect(await bench.platform.texts()).toEqual([])
  })

  it('has received nothing when the work was stopped before the call', async () => {
    const failure = await bench.failToPublish(bench.draft(anItem()), bench.record({ signal: AbortSignal.abort() }))
    expect(failure).toMatchObject({ kind: 'unavailable', code: 'aborted' })
  })

  it('leads from a post’s address to the wall', async () => {
    const { url } = await bench.publish(bench.draft(anItem()))
    const answer = await fetch(url, { redirect: 'manual' })
    expect(answer.headers.get('location')).toBe(`/_wall/telegram#${platform.account}/2`)
  })
})
