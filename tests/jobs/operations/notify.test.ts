import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { notify } from '@/engine/notify'
import { markAllRead, readUnread } from '@/engine/notify/read'
import type { ChannelRow } from '@/engine/rows'
import type { Value } from '@/platform/database'
import { addChannel } from '../../support/engine/publication'
import { openStage, type Stage } from '../../support/engine'
import { findWakes } from '../../support/engine/rest'
import { addOrganization, addPerson, addPosts, changePost, clearPosts, times } from './situation'

describe('People are told', () => {
  let stage: Stage
  let people: Record<'publisher' | 'channelAdmin' | 'reporter' | 'stranger' | 'administrator', string>
  let foreign: string
  let channel: ChannelRow

  beforeAll(async () => {
    stage = await openStage(import.meta.url)
    foreign = await addOrganization(stage, 'Tỉnh khác')
    const own = stage.organization
    people = {
      administrator: await addPerson(stage, 'quan-tri', { systemAdmin: true }),
      publisher: await addPerson(stage, 'nguoi-dang', { memberships: [{ organization: own, roles: ['publisher'] }] }),
      channelAdmin: await addPerson(stage, 'quan-tri-kenh', {
        memberships: [{ organization: own, roles: ['channel-admin'] }],
      }),
      reporter: await addPerson(stage, 'phong-vien', { memberships: [{ organization: own, roles: ['reporter'] }] }),
      stranger: await addPerson(stage, 'nguoi-la', {
        memberships: [{ organization: foreign, roles: ['leader', 'publisher', 'channel-admin'] }],
      }),
    }
    channel = await addChannel(stage, 'telegram', { name: 'Kênh tỉnh' })
    await stage.engine.rows.insert('workers', { name: 'a:1', startedAt: at(-60), seenAt: at(0) })
  })
  afterAll(() => stage?.close())

  const at = (seconds: number) => new Date(stage.clock.now().getTime() + seconds * 1000)
  /** What somebody has not read yet, and then has. */
  async function told(who: keyof typeof people): Promise<string[]> {
    const { newest } = await readUnread(stage.engine, people[who])
    await markAllRead(stage.engine, people[who], at(0))
    return newest.map(({ sentence }) => sentence)
  }

  const posts = (count: number, over: Record<string, Value>, place = channel) =>
    addPosts(
      stage,
      place,
      times(count, () => ({ wakeAt: null, ...over })),
    )
  const change = (id: string, set: Record<string, Value>) => changePost(stage, id, set)

  /** The trouble is over, and so is the window in which it would be told together with what comes next. */
  async function over(ids: readonly string[]): Promise<void> {
    await clearPosts(stage, ids)
    await pass(301)
    await notify(stage.engine)
  }
  async function pass(seconds: number): Promise<void> {
    stage.clock.pass(seconds)
    await stage.engine.rows.update('workers', { name: 'a:1' }, { seenAt: at(0) })
  }
  const isAsked = async () => (await findWakes(stage)).some(({ job }) => job === 'notify')

  it('nothing while all is well', async () => {
    expect(await isAsked()).toBe(false)
    expect(await notify(stage.engine)).toEqual({ told: 0, sent: 0 })
  })

  it('of a held post once: those who may decide, and nobody else', async () => {
    const ids = await posts(1, { state: 'held', heldBecause: 'inspection', heldMessage: 'Bài thiếu tệp.' })
    expect(await isAsked()).toBe(true)
    await Promise.all([notify(stage.engine), notify(stage.engine)])
    expect(await told('publisher')).toEqual([
      'Bài “Nhận diện cuộc gọi giả danh công an” (kênh Kênh tỉnh) đang bị giữ: Bài thiếu tệp.',
    ])
    for (const who of ['channelAdmin', 'reporter', 'stranger', 'administrator'] as const)
      expect(await told(who), who).toEqual([])
    expect(await isAsked()).toBe(false)
    expect(await notify(stage.engine)).toEqual({ told: 0, sent: 0 })
    expect(await told('publisher')).toEqual([])
    // Still so tomorrow: said again, quietly.
    await pass(86_401)
    await notify(stage.engine)
    expect(await told('publisher')).toEqual([expect.stringMatching(/^Vẫn còn: Bài “/)])
    await over(ids)
    expect(await told('publisher')).toEqual([])
  })

  it('of 200 held posts in one sentence, and of more of them in the same one', async () => {
    const held = { state: 'held', heldBecause: 'channel-paused', heldMessage: 'Kênh đang tạm dừng.' }
    const ids = await posts(200, held)
    await notify(stage.engine)
    expect(await told('publisher')).toEqual(['200 bài bị giữ ở kênh “Kênh tỉnh”: Kênh đang tạm dừng.'])
    ids.push(...(await posts(3, held)))
    await notify(stage.engine)
    expect(await told('publisher')).toEqual(['203 bài bị giữ ở kênh “Kênh tỉnh”: Kênh đang tạm dừng.'])
    expect(await stage.engine.rows.count('notifications', { person: people.publisher, kind: 'held', count: 203 })).toBe(
      1,
    )
    await over(ids)
  })

  it('of what became late while nothing ran, together, whatever the channel', async () => {
    const other = await addChannel(stage, 'telegram', { name: 'Kênh hai' })
    const late = { state: 'held', heldBecause: 'late', heldMessage: 'Đã quá giờ đăng.' }
    const ids = [...(await posts(2, late)), ...(await posts(2, late, other))]
    await notify(stage.engine)
    expect(await told('publisher')).toEqual([
      '4 bài đã quá giờ đăng (sau khi hệ thống hoặc kênh ngừng) và chờ quyết định.',
    ])
    await over(ids)
  })

  it('of a failure with its reason, and anew when it was corrected and failed again', async () => {
    const [id = ''] = await posts(1, { state: 'failed', failureMessage: 'Nền tảng từ chối ảnh' })
    await notify(stage.engine)
    expect(await told('publisher')).toEqual([expect.stringMatching(/đăng lỗi: Nền tảng từ chối ảnh\.$/)])
    await change(id, { revision: 9, failureMessage: 'Nền tảng từ chối chữ.' })
    await pass(301)
    await notify(stage.engine)
    expect(await told('publisher')).toEqual([expect.stringMatching(/đăng lỗi: Nền tảng từ chối chữ\.$/)])
    await over([id])
  })

  it('of an outcome that is unknown for 15 minutes, not sooner', async () => {
    const ids = await posts(1, { state: 'unknown', armedAt: at(-14 * 60), wakeAt: at(9999) })
    await notify(stage.engine)
    expect(await told('publisher')).toEqual([])
    await pass(61)
    await notify(stage.engine)
    expect(await told('publisher')).toEqual([expect.stringMatching(/đã gửi hơn 15 phút mà chưa rõ kết quả/)])
    await over(ids)
  })

  it('of a post that will not go out as it is, before its hour', async () => {
    const problems = [{ code: 'too_long', message: 'Bài quá dài.' }] as never
    const ids = await posts(1, { wakeAt: at(1500), preflightAt: at(0), preflightProblems: problems })
    await notify(stage.engine)
    expect(await told('publisher')).toEqual([expect.stringMatching(/sắp đến giờ đăng nhưng có vấn đề: Bài quá dài\.$/)])
    await over(ids)
  })

  it('of a channel that needs a person: those who connect channels', async () => {
    const set = { state: 'attention', problem: 'Mã truy cập đã hết hiệu lực.' }
    await stage.engine.rows.update('channels', { id: channel.id }, set)
    await notify(stage.engine)
    expect(await told('channelAdmin')).toEqual(['Kênh “Kênh tỉnh” cần kết nối lại: Mã truy cập đã hết hiệu lực.'])
    for (const who of ['publisher', 'stranger', 'administrator'] as const) expect(await told(who), who).toEqual([])
    await stage.engine.rows.update('channels', { id: channel.id }, { state: 'connected', problem: null })
    await over([])
  })

  it('of a connection that ends: at 14, 7, 3 and 1 days, once each', async () => {
    await stage.engine.rows.update('channels', { id: channel.id }, { expiresAt: at(15.5 * 86_400) })
    const days: Record<string, string[]> = {}
    for (let day = 15; day >= 0; day -= 1) {
      await notify(stage.engine)
      const sentences = await told('channelAdmin')
      if (sentences.length > 0) days[day] = sentences
      await pass(86_400)
    }
    expect(days).toEqual(
      Object.fromEntries(
        [14, 7, 3, 1].map((left) => [
          // A stage is reached during the day before it is the whole of what is left.
          left - 1,
          [`Kết nối của kênh “Kênh tỉnh” sắp hết hạn (còn ${left} ngày); hãy kết nối lại.`],
        ]),
      ),
    )
    expect(await told('stranger')).toEqual([])
    await stage.engine.rows.update('channels', { id: channel.id }, { expiresAt: null })
    await over([])
  })

  it('of a worker that is missing and of a clock that is off: the system’s administrators', async () => {
    const { rows } = stage.engine
    await rows.insert('workers', { name: 'b:2', startedAt: at(-9000), seenAt: at(-61) })
    await rows.update('workers', { name: 'a:1' }, { startedAt: at(-9000), seenAt: at(0), clockSkewMs: 2_345 })
    await notify(stage.engine)
    expect((await told('administrator')).toSorted()).toEqual([
      'Tiến trình đăng bài b:2 đã mất liên lạc hơn 60 giây; hãy xem máy chủ.',
      'Đồng hồ của tiến trình a:1 lệch 2,3 giây; hãy kiểm tra dịch vụ giờ (NTP).',
    ])
    expect(await told('publisher')).toEqual([])
    await rows.update('workers', { name: 'b:2' }, { stoppedAt: at(0) })
    await rows.update('workers', { name: 'a:1' }, { clockSkewMs: 5 })
    await over([])
    await notify(stage.engine)
    expect(await told('administrator')).toEqual([])
  })
})
