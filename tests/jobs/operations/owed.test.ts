import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { notify } from '@/engine/notify'
import { markAllRead, readUnread } from '@/engine/notify/read'
import { readTruth } from '@/engine/truth'
import type { ChannelRow } from '@/engine/rows'
import { addChannel } from '../../support/engine/publication'
import { openStage, type Stage } from '../../support/engine'
import { addOrganization, addPerson, addPosts, changePost } from './situation'

const title = 'Nhận diện cuộc gọi giả danh công an'

describe('What readers are owed', () => {
  let stage: Stage
  let channel: ChannelRow
  let publisher: string
  let stranger: string

  beforeAll(async () => {
    stage = await openStage(import.meta.url)
    const foreign = await addOrganization(stage, 'Tỉnh khác')
    const member = (name: string, organization: string) =>
      addPerson(stage, name, { memberships: [{ organization, roles: ['publisher'] }] })
    publisher = await member('nguoi-dang', stage.organization)
    stranger = await member('nguoi-la', foreign)
    channel = await addChannel(stage, 'zalo', { name: 'OA tỉnh' })
    await stage.engine.rows.insert('workers', { name: 'a:1', startedAt: at(-60), seenAt: at(0) })
  })
  afterAll(() => stage?.close())

  const at = (seconds: number) => new Date(stage.clock.now().getTime() + seconds * 1000)
  const mine = () => readTruth(stage.engine, { organizations: [stage.organization] })
  async function pass(seconds: number): Promise<void> {
    stage.clock.pass(seconds)
    await stage.engine.rows.update('workers', { name: 'a:1' }, { seenAt: at(0) })
  }
  async function told(person: string): Promise<string[]> {
    await notify(stage.engine)
    const { newest } = await readUnread(stage.engine, person)
    await markAllRead(stage.engine, person, at(0))
    return newest.map(({ sentence }) => sentence)
  }

  it('is that a post which was taken back comes down: told once, to those who may, until it is down', async () => {
    const recall = { recalledAt: at(-60), recallStage: 'by-hand', recallMessage: 'Zalo không cho xóa tin đã gửi.' }
    const [id = ''] = await addPosts(stage, channel, [{ state: 'published', wakeAt: null, ...recall }])
    await addPosts(stage, channel, [{ state: 'published', wakeAt: null, ...recall, recallStage: 'waiting' }])
    const { owed, verdict } = await mine()
    expect(owed.recalls).toMatchObject([{ id, stage: 'by-hand', message: 'Zalo không cho xóa tin đã gửi.' }])
    expect(verdict).toMatchObject({ mood: 'bad', reasons: [{ vi: expect.stringMatching(/^1 bài phải thu hồi/) }] })
    expect(await told(publisher)).toEqual([
      `Bài “${title}” (kênh OA tỉnh) phải thu hồi mà chưa gỡ được: Zalo không cho xóa tin đã gửi.`,
    ])
    expect(await told(publisher)).toEqual([])
    await changePost(stage, id, { state: 'withdrawn', recallStage: null })
    await pass(301)
    expect(await told(publisher)).toEqual([])
    expect((await mine()).owed.recalls).toEqual([])
    expect(await told(stranger)).toEqual([])
  })

  it('is a correction by its hour: told four hours before it, and once more when it has passed', async () => {
    const dueAt = at(5 * 3600)
    const about = { wrongKind: 'articles', wrongId: 'sai', wrongTitle: title, organization: stage.organization }
    const row = { key: 'articles:sai:1', number: 1, ...about, since: at(0), dueAt }
    const id = await stage.engine.rows.insert('corrections', row)
    expect(await told(publisher)).toEqual([])
    expect((await mine()).verdict.reasons).toEqual([])
    await pass(2 * 3600)
    expect(await told(publisher)).toEqual([expect.stringMatching(/^Cải chính cho “.*” chưa đăng đủ.*\(hạn \d\d:\d\d /)])
    await pass(4 * 3600)
    expect(await told(publisher)).toEqual([expect.stringMatching(/\(đã quá hạn \d\d:\d\d \d\d\/\d\d\)/)])
    const { owed, verdict } = await mine()
    expect(owed.corrections).toEqual([
      { id, title, organization: stage.organization, link: '/admin/collections/articles/sai', dueAt, isLate: true },
    ])
    expect(verdict.reasons[0]?.vi).toBe('1 cải chính đã quá hạn mà chưa đăng đủ.')
    await stage.engine.rows.update('corrections', { id }, { closedAt: at(0) })
    expect(await told(publisher)).toEqual([])
    expect((await mine()).owed.corrections).toEqual([])
    expect(await told(stranger)).toEqual([])
  })
})
