/** The bot in its channel: who it is, what it may do, what it can see, and how a lost post is looked for. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { channel } from '@/channels/telegram'
import type { TelegramPost } from '@/channels/telegram/options'
import { lookalike } from '@/sandbox/telegram'
import { changeChat, channelOf, fullRights, type Rights } from '@/sandbox/telegram/chats'
import { addMessage, changeMessage, listMessages, readMessage } from '@/sandbox/telegram/messages/store'
import { changeRights, migrate } from '@/sandbox/telegram/updates'
import { openBench, type Bench } from '../../contracts/bench'
import { runLookalike, type RunningLookalike } from '../../support/platforms'
import { anOwnItem, somePhotos } from './shapes'

let platform: RunningLookalike
let bench: Bench<TelegramPost>

beforeEach(async () => {
  platform = await runLookalike(lookalike)
  bench = await openBench(channel, platform)
})
afterEach(() => platform.close())

const check = () => channel.check(bench.record().call)

function theChat() {
  const chat = channelOf(platform.desk, platform.account)
  if (!chat) throw new Error('no chat')
  return chat
}

function allow(rights: Partial<Rights>): void {
  const bot = Number(platform.credentials['token']?.split(':')[0])
  changeRights(platform.desk, theChat(), { bot, rights: { ...fullRights, ...rights } })
}

describe('a check', () => {
  it('shows the channel to the person who connects it', async () => {
    const { identity, profile, scopes, warnings } = await check()
    expect(identity).toBe('Công an tỉnh Kon Tum')
    expect(profile).toEqual({
      account: platform.account,
      name: 'Công an tỉnh Kon Tum',
      url: expect.stringMatching(/\/t\.me\/cong_an_tinh_kon_tum_1$/),
      picture: null,
      followers: 1201,
      verified: null,
    })
    expect(scopes).toEqual(['can_post_messages', 'can_edit_messages', 'can_delete_messages'])
    expect(warnings).toEqual([])
  })

  it.each<[string, () => void, string]>([
    ['the right to edit is missing', () => allow({ can_edit_messages: false }), 'cannot-pin'],
    ['the right to delete is missing', () => allow({ can_delete_messages: false }), 'cannot-delete'],
    [
      'nothing may be passed on',
      () => changeChat(platform.desk, platform.account, { protected: true }),
      'content-protected',
    ],
    [
      'everybody sees the ops chat',
      () => changeChat(platform.desk, platform.credentials['opsChat'] ?? '', { username: 'ops' }),
      'ops-chat-public',
    ],
  ])('warns when %s', async (_name, change, code) => {
    change()
    expect((await check()).warnings).toMatchObject([{ code, message: expect.stringMatching(/\.$/) }])
  })

  it('warns when there is no ops chat, and when a preview is wished that cannot be', async () => {
    const { token = '' } = platform.credentials
    changeChat(platform.desk, platform.account, { username: null })
    const call = { ...bench.record().call, credentials: { token, preview: true } }
    expect((await channel.check(call)).warnings.map(({ code }) => code)).toEqual([
      'preview-impossible',
      'ops-chat-missing',
    ])
  })

  it.each<[string, () => void]>([
    ['was kicked', () => allow({ status: 'kicked' })],
    ['left', () => allow({ status: 'left' })],
    ['may not post', () => allow({ can_post_messages: false })],
    ['is only a member', () => allow({ status: 'member' })],
    ['belongs to a group that moved', () => migrate(platform.desk, theChat(), -1_009_999_999_999)],
  ])('and a send ask for a new connection when the bot %s', async (_name, change) => {
    change()
    expect(await bench.failToPublish(bench.draft(anOwnItem()), bench.record())).toMatchObject({ kind: 'unauthorized' })
    await expect(check()).rejects.toMatchObject({ kind: 'unauthorized' })
  })
})

describe('a probe', () => {
  it('is silent and leaves nothing behind', async () => {
    await channel.probe?.(bench.record().call)
    const [said] = listMessages(platform.desk, platform.account).filter(({ id }) => id > 1)
    expect(said).toMatchObject({ isSilent: true, isRemoved: true, text: expect.stringContaining('gửi thử') })
  })

  it('says what stands against posting', async () => {
    allow({ can_post_messages: false })
    await expect(channel.probe?.(bench.record().call)).rejects.toMatchObject({ kind: 'unauthorized' })
  })
})

describe('looking for a lost post', () => {
  const inOpsChat = () =>
    listMessages(platform.desk, platform.credentials['opsChat']).filter(({ isRemoved }) => !isRemoved)

  it('is impossible without an ops chat', async () => {
    const { token = '' } = platform.credentials
    const blind = await openBench(channel, { ...platform, credentials: { token } })
    expect(await blind.find(blind.draft(anOwnItem()), blind.record())).toBe('cannot-tell')
  })

  it('is impossible when the channel or the post may not be passed on', async () => {
    const options = { protectContent: true }
    const item = anOwnItem({ variant: { title: '', text: '', options } })
    const first = bench.record()
    platform.fault?.('accept-then-drop', 'sendMessage')
    await bench.failToPublish(bench.draft(item), first)
    expect(await bench.settle(bench.draft(item), first)).toBe('cannot-tell')
    changeChat(platform.desk, platform.account, { protected: true })
    expect(await bench.find(bench.draft(anOwnItem()), bench.record())).toBe('cannot-tell')
  })

  it('goes past posts of others that may not be passed on', async () => {
    const item = anOwnItem()
    const first = bench.record()
    platform.fault?.('accept-then-drop', 'sendMessage')
    await bench.failToPublish(bench.draft(item), first)
    addMessage(platform.desk, theChat(), { kind: 'text', text: 'của người khác', entities: [], isProtected: true })
    expect(await bench.settle(bench.draft(item), first)).toMatchObject({ remoteId: '2' })
  })

  it('proves nothing when all its first posts are gone', async () => {
    const welcome = readMessage(platform.desk, theChat(), 1)
    if (welcome) changeMessage(platform.desk, welcome, { isRemoved: true })
    expect(await bench.find(bench.draft(anOwnItem()), bench.record())).toBe('cannot-tell')
  })

  it('goes past deleted posts, a whole window of them too, and leaves nothing in the ops chat', async () => {
    const chat = theChat()
    for (let id = 2; id <= 437; id += 1) {
      const message = addMessage(platform.desk, chat, { kind: 'text', text: 'bài cũ', entities: [] })
      const isRemoved = id > 290 || (id > 120 && id < 190)
      changeMessage(platform.desk, message, { isRemoved, at: '2026-01-01T00:00:00Z' })
    }
    const item = anOwnItem({ media: somePhotos(bench.files, 2) })
    const first = bench.record()
    platform.fault?.('accept-then-drop', 'sendMediaGroup')
    await bench.failToPublish(bench.draft(item), first)
    expect(await bench.settle(bench.draft(item), first)).toMatchObject({
      remoteId: expect.stringMatching(/^438\+439~/),
    })
    // Behind the gap it would have to look at more numbers than it does: that proves nothing either way.
    expect(await bench.find(bench.draft(anOwnItem()), bench.record())).toBe('cannot-tell')
    expect(inOpsChat()).toEqual([])
  })

  it('does not take the same words of an earlier post for its own', async () => {
    const make = () => anOwnItem({ media: [bench.files.photo], lead: 'Dài. '.repeat(300), title: 'Bản tin hằng ngày' })
    await bench.publish(bench.draft(make()))
    platform.pass(600)
    const draft = bench.draft(make())
    const first = bench.record()
    platform.fault?.('unavailable', 'sendPhoto')
    await bench.failToPublish(draft, first)
    expect(await bench.settle(draft, first)).toBe('absent')
    const published = await bench.publish(draft, bench.record({ earlier: first.checkpoints }))
    expect(published.remoteId).toMatch(/^4~[0-9a-f]{8},5$/)
  })
})

describe('a send', () => {
  it('has reached nobody when the file breaks off on the way', async () => {
    const draft = bench.draft(anOwnItem({ media: [bench.files.photo] }))
    const recorded = bench.record()
    const broken = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new Uint8Array(1000)),
      pull: (controller) => controller.error(new Error('the disk is gone')),
    })
    const failure = await channel
      .publish(draft, { ...recorded.call, open: () => Promise.resolve(broken) })
      .catch((thrown: unknown) => thrown)
    expect(failure).toMatchObject({ kind: 'unavailable' })
    expect(await platform.texts()).toEqual([])
  })

  it('has reached nobody when the work was stopped before the call', async () => {
    const failure = await bench.failToPublish(bench.draft(anOwnItem()), bench.record({ signal: AbortSignal.abort() }))
    expect(failure).toMatchObject({ kind: 'unavailable', code: 'aborted' })
  })
})
