/** What Telegram tells by itself, from the act of a reader to the notice that the driver makes of it. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { channel } from '@/channels/telegram'
import type { TelegramPost } from '@/channels/telegram/options'
import { lookalike } from '@/sandbox/telegram'
import { makeBot } from '@/sandbox/telegram/bots'
import { changeChat, channelOf, fullRights } from '@/sandbox/telegram/chats'
import { changeRights, migrate } from '@/sandbox/telegram/updates'
import { openBench, type Bench } from '../../contracts/bench'
import type { RunningLookalike } from '../../support/platforms'
import { openListener, type Listener } from './listener'
import { anOwnItem, aPollVariant } from './shapes'

const SECRET = 'bi-mat_cua-chung-toi-0123456789'

let listener: Listener
let platform: RunningLookalike
let bench: Bench<TelegramPost>

beforeEach(async () => {
  listener = await openListener(SECRET)
  platform = listener.platform
  bench = listener.bench
})
afterEach(() => listener.close())

function theChat() {
  const chat = channelOf(platform.desk, platform.account)
  if (!chat) throw new Error('no chat')
  return chat
}

const notices = () => listener.notices()

const act = (name: string, id: number, text = '') =>
  lookalike.acts?.[name]?.act(platform.desk, { account: platform.account, id: `${platform.account}/${id}` }, text)

const botId = () => Number(platform.credentials['token']?.split(':')[0])

describe('a notice', () => {
  it('is genuine with the secret in its header, and with nothing else', async () => {
    await bench.publish(bench.draft(anOwnItem()))
    act('react', 2)
    await notices()
    const [request] = listener.received
    if (!request) throw new Error('nothing came')
    const verify = (secret: string, headers = request.headers) =>
      channel.webhook?.verify({ ...request, headers }, { application: {}, secret })
    expect(verify(SECRET)).toBe('genuine')
    expect(verify('khac')).toBe('forged')
    expect(verify('')).toBe('forged')
    expect(verify(SECRET, {})).toBe('forged')
    expect(verify('', { 'x-telegram-bot-api-secret-token': '' })).toBe('forged')
  })

  it('counts reactions of a post, all kinds together', async () => {
    await bench.publish(bench.draft(anOwnItem()))
    act('react', 2, '👍')
    act('react', 2, '👍')
    act('react', 2, '❤')
    const all = await notices()
    expect(
      all
        .map(({ event }) => event)
        .toSorted(byValue)
        .at(-1),
    ).toEqual({
      kind: 'counted',
      remoteId: '2',
      metric: 'reactions',
      value: 3,
      definition: 'message_reaction_count',
    })
    expect(new Set(all.map(({ key }) => key)).size).toBe(3)
    expect(new Set(all.map(({ account }) => account))).toEqual(new Set([platform.account]))
  })

  it('counts the votes of a poll, by the number that the post is kept under', async () => {
    const { remoteId } = await bench.publish(bench.draft(anOwnItem({ variant: aPollVariant() })))
    act('vote', 3, 'Chưa')
    act('vote', 3, '1')
    const pollId = /:(\d+)/.exec(remoteId)?.[1]
    const all = await notices()
    expect(
      all
        .map(({ event }) => event)
        .toSorted(byValue)
        .at(-1),
    ).toMatchObject({ kind: 'counted', remoteId: pollId, metric: 'votes', value: 2 })
  })

  it('of our own posts never comes, of those of another bot it does', async () => {
    const other = makeBot(platform.desk, 'nhan_chung')
    changeChat(platform.desk, platform.account, { bots: { ...theChat().bots, [other.id]: fullRights } })
    const witness = await openBench(channel, { ...platform, credentials: { token: other.token } })
    await bench.publish(bench.draft(anOwnItem()))
    expect(await notices()).toEqual([])
    const item = anOwnItem()
    await witness.publish(witness.draft(item))
    expect(await notices()).toMatchObject([
      {
        account: platform.account,
        event: { kind: 'appeared', remoteId: '3', text: expect.stringContaining(item.link) },
      },
    ])
  })

  it.each([
    [{ status: 'kicked' as const }, /đưa ra khỏi kênh/],
    [{ status: 'left' as const }, /đưa ra khỏi kênh/],
    [{ status: 'member' as const }, /thu quyền/],
    [{ can_post_messages: false }, /thu quyền/],
  ])('says that we lost the right to post: %o', async (rights, because) => {
    changeRights(platform.desk, theChat(), { bot: botId(), rights })
    expect(await notices()).toMatchObject([
      { account: platform.account, event: { kind: 'revoked', because: expect.stringMatching(because) } },
    ])
  })

  it('says where a group went', async () => {
    migrate(platform.desk, theChat(), -1_009_999_999_999)
    expect(await notices()).toMatchObject([
      { account: platform.account, event: { kind: 'moved', account: '-1009999999999' } },
    ])
  })

  it('of a kind nobody asked for is not sent, and read as nothing when it comes all the same', () => {
    const read = (update: unknown) => channel.webhook?.read(JSON.stringify(update))[0]?.event
    expect(read({ update_id: 1, edited_channel_post: { chat: { id: -1 }, date: 1 } })).toEqual({
      kind: 'other',
      name: 'edited_channel_post',
    })
    expect(read({ update_id: 2, message: { chat: { id: 77 }, date: 1, text: '/start' } })).toEqual({
      kind: 'other',
      name: 'message',
    })
    expect(
      read({
        update_id: 3,
        my_chat_member: { chat: { id: -1 }, date: 1, new_chat_member: { status: 'administrator' } },
      }),
    ).toEqual({ kind: 'other', name: 'my_chat_member' })
    expect(read({ update_id: 4, channel_post: { chat: 'x' } })).toEqual({ kind: 'other', name: 'channel_post' })
  })

  it('reads the examples of the sheet', () => {
    const chat = { id: -1001234567890, title: 'Xã', type: 'channel' }
    const post = {
      update_id: 10,
      channel_post: { message_id: 57, sender_chat: chat, chat, date: 1763700000, text: '…', entities: [] },
    }
    const reactions = [{ type: { type: 'emoji', emoji: '👍' }, total_count: 4 }]
    const counted = { update_id: 12, message_reaction_count: { chat, message_id: 57, date: 1763700100, reactions } }
    expect(channel.webhook?.read(JSON.stringify(post))).toEqual([
      {
        key: '-1001234567890/channel_post/10',
        account: '-1001234567890',
        at: new Date(1763700000000),
        event: { kind: 'appeared', remoteId: '57', text: '…' },
      },
    ])
    expect(channel.webhook?.read(JSON.stringify(counted))).toMatchObject([
      { at: new Date(1763700100000), event: { value: 4 } },
    ])
  })
})

function byValue(one: object, other: object): number {
  const valueOf = (event: object) => ('value' in event ? Number(event.value) : 0)
  return valueOf(one) - valueOf(other)
}
