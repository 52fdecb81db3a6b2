/** What happens to a post after it is up: its words are edited, it is pinned, measured, taken down. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Item, Live } from '@/channels/contract'
import { channel } from '@/channels/telegram'
import type { TelegramPost } from '@/channels/telegram/options'
import { lookalike } from '@/sandbox/telegram'
import { channelOf, fullRights, type Rights } from '@/sandbox/telegram/chats'
import { listMessages } from '@/sandbox/telegram/messages/store'
import { changeRights } from '@/sandbox/telegram/updates'
import { openBench, type Bench } from '../../contracts/bench'
import { runLookalike, type RunningLookalike } from '../../support/platforms'
import { aPdf, aPollVariant, anOwnItem, somePhotos } from './shapes'

let platform: RunningLookalike
let bench: Bench<TelegramPost>

beforeEach(async () => {
  platform = await runLookalike(lookalike)
  bench = await openBench(channel, platform)
})
afterEach(() => platform.close())

const publish = async (item: Item) => bench.live(item, await bench.publish(bench.draft(item)))
const update = (post: Live, item: Item) => channel.update?.(post, bench.draft(item), bench.record().call)
const withdraw = (post: Live) => channel.withdraw?.(post, bench.record().call)
const standing = () => listMessages(platform.desk, platform.account).filter(({ isRemoved, id }) => !isRemoved && id > 1)

function allow(rights: Partial<Rights>): void {
  const chat = channelOf(platform.desk, platform.account)
  const bot = Number(platform.credentials['token']?.split(':')[0])
  if (chat) changeRights(platform.desk, chat, { bot, rights: { ...fullRights, ...rights } })
}

describe('a handbook', () => {
  it('is a file that bears its title, in Vietnamese', async () => {
    const title = 'Cẩm nang “An toàn”: mạng/nhà'
    await publish(anOwnItem({ kind: 'handbooks', title, media: [aPdf(bench.files)] }))
    const names = lookalike.wall(platform.desk).flatMap(({ document }) => document?.name ?? [])
    expect(names).toEqual(['Cẩm nang An toàn mạng nhà.pdf'])
  })
})

describe('editing', () => {
  it.each<[string, () => Item]>([
    ['a text', () => anOwnItem()],
    ['a photo', () => anOwnItem({ media: [bench.files.photo] })],
    ['an album', () => anOwnItem({ media: somePhotos(bench.files, 3) })],
    ['a file', () => anOwnItem({ kind: 'handbooks', media: [aPdf(bench.files)] })],
    ['a text with a poll', () => anOwnItem({ variant: aPollVariant() })],
  ])('changes the words of %s, and of nothing else', async (_name, make) => {
    const item = make()
    const post = await publish(item)
    const before = standing()
    await update(post, { ...item, signature: 'Đã đính chính' })
    expect(standing().map(({ id, kind }) => [id, kind])).toEqual(before.map(({ id, kind }) => [id, kind]))
    expect(standing()[0]?.text).toContain('Đã đính chính')
    expect(standing().filter(({ editedAt }) => editedAt !== null)).toHaveLength(1)
  })

  it('that changes nothing is no error', async () => {
    const item = anOwnItem()
    const post = await publish(item)
    await update(post, item)
    expect(standing()[0]?.editedAt).toBeNull()
  })

  it.each<[string, (item: Item) => Item, RegExp]>([
    [
      'another picture',
      (item) => ({ ...item, media: [{ ...bench.files.secondPhoto, role: 'cover' }] }),
      /gỡ bài rồi đăng lại/,
    ],
    ['a further picture', (item) => ({ ...item, media: somePhotos(bench.files, 2) }), /gỡ bài rồi đăng lại/],
    ['a poll', (item) => ({ ...item, variant: aPollVariant() }), /Bản sửa cần 2 tin nhắn, bài đang đăng có 1/],
    ['words that do not fit under the picture', (item) => ({ ...item, lead: 'Dài. '.repeat(300) }), /cần 2 tin nhắn/],
  ])('cannot bring %s, and then changes nothing', async (_name, change, words) => {
    const item = anOwnItem({ media: [bench.files.photo] })
    const post = await publish(item)
    await expect(update(post, change({ ...item, title: 'Khác' }))).rejects.toMatchObject({
      kind: 'rejected',
      message: expect.stringMatching(words),
    })
    expect(standing()[0]?.editedAt).toBeNull()
  })

  it('of what is gone says so', async () => {
    const item = anOwnItem()
    const post = await publish(item)
    await withdraw(post)
    await expect(update(post, { ...item, title: 'Khác' })).rejects.toMatchObject({
      kind: 'rejected',
      message: expect.stringContaining('không còn'),
    })
  })

  it('works for a post that a person confirmed by its address', async () => {
    const item = anOwnItem()
    const post = await publish(item)
    await update({ ...post, remoteId: post.url }, { ...item, title: 'Đã sửa' })
    expect(standing()[0]?.text).toContain('Đã sửa')
    await withdraw({ ...post, remoteId: post.url })
    expect(standing()).toEqual([])
  })
})

describe('taking down', () => {
  it('goes on where it stopped', async () => {
    const post = await publish(anOwnItem({ media: somePhotos(bench.files, 3) }))
    platform.fault?.('accept-then-drop', 'deleteMessage')
    await expect(withdraw(post)).rejects.toMatchObject({ kind: 'unavailable' })
    expect(standing()).toHaveLength(2)
    await withdraw(post)
    expect(standing()).toEqual([])
  })

  it('of an old post needs the right to delete, which is said in plain words', async () => {
    const post = await publish(anOwnItem())
    allow({ can_delete_messages: false })
    platform.pass(47 * 3600)
    const other = await publish(anOwnItem())
    await withdraw(other)
    platform.pass(2 * 3600)
    await expect(withdraw(post)).rejects.toMatchObject({
      kind: 'rejected',
      message: expect.stringMatching(/48 giờ.*quyền xóa tin/),
    })
    allow({})
    await withdraw(post)
    expect(standing()).toEqual([])
  })

  it('of something without a number asks a person', async () => {
    const post = await publish(anOwnItem())
    await expect(withdraw({ ...post, remoteId: 'https://t.me/kenh' })).rejects.toMatchObject({
      code: 'unknown-message',
    })
  })
})

describe('pinning', () => {
  const pinned = () => anOwnItem({ media: [bench.files.photo], variant: aPollVariant({ pin: true }) })

  it('puts the first message at the top, silently', async () => {
    await publish(pinned())
    expect(standing().map(({ isPinned }) => isPinned)).toEqual([true, false])
  })

  it('that is not allowed is a remark and no lost post', async () => {
    allow({ can_edit_messages: false })
    const item = pinned()
    const published = await bench.publish(bench.draft(item))
    expect(published.remarks).toEqual([
      { code: 'not-pinned', message: expect.stringMatching(/đã lên nhưng chưa được ghim/) },
    ])
    expect(await platform.visible(item.link)).toBe(1)
  })

  it('is a remark too when the post had to be found', async () => {
    const draft = bench.draft(anOwnItem({ variant: { title: '', text: '', options: { pin: true } } }))
    platform.fault?.('accept-then-drop', 'sendMessage')
    const first = bench.record()
    await bench.failToPublish(draft, first)
    const found = await bench.settle(draft, first)
    expect(found).toMatchObject({ outcome: 'published', remarks: [{ code: 'not-pinned' }] })
  })
})

describe('the look', () => {
  it('is silent, protected and without a preview when the editor says so', async () => {
    const options = { silent: true, protectContent: true, linkPreview: false }
    await publish(anOwnItem({ variant: { title: '', text: '', options } }))
    expect(standing()[0]).toMatchObject({ isSilent: true, isProtected: true })
  })

  it('of a video has its size, length and thumbnail', async () => {
    await publish(
      anOwnItem({ kind: 'clips', media: [bench.files.video, { ...bench.files.secondPhoto, role: 'poster' }] }),
    )
    expect(standing()[0]?.file).toMatchObject({
      width: 640,
      height: 360,
      duration: 12,
      thumbnail: expect.stringMatching(/^\/_files\//),
    })
  })
})
