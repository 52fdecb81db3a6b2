import { describe, expect, it } from 'vitest'
import type { ChannelTruth } from '@/engine/truth/channels'
import { judge, type VerdictFacts } from '@/engine/truth/verdict'
import type { Worker } from '@/engine/truth/workers'

const nothing = { count: 0, p50: null, p99: null, most: null }
const calm: VerdictFacts = {
  workers: [aWorker({})],
  oldestDue: null,
  lateness: { hour: nothing, day: nothing },
  held: 0,
  unknown: 0,
  owed: { recalls: [], corrections: [] },
  channels: [aChannel({})],
  pauses: [],
}

function aWorker(over: Partial<Worker>): Worker {
  const at = new Date()
  return {
    name: 'may-1:7',
    version: 'local',
    startedAt: at,
    seenAt: at,
    clockSkewMs: 0,
    inFlight: 0,
    state: 'alive',
    secondsSilent: 1,
    ...over,
  }
}

function aChannel(over: Partial<ChannelTruth>): ChannelTruth {
  return { name: 'Trang tỉnh', state: 'connected', daysLeft: null, ...over } as ChannelTruth
}

const pause = { id: null, because: 'Diễn tập', by: 'Người trực', at: new Date() }
const late = (p99: number) => ({ hour: { count: 1, p50: p99, p99, most: p99 }, day: nothing })

describe('The verdict', () => {
  it('is good, without a word, when a worker is alive and nothing stands against publishing', () => {
    expect(judge(calm)).toEqual({ mood: 'good', reasons: [] })
  })

  it.each<[string, Partial<VerdictFacts>, 'warning' | 'bad', string]>([
    ['no worker', { workers: [] }, 'bad', 'Không có tiến trình đăng bài nào đang chạy: bài đến giờ sẽ không được gửi.'],
    [
      'workers that are missing, gone or both',
      { workers: [aWorker({ state: 'missing' }), aWorker({ state: 'gone' })] },
      'bad',
      'Không có tiến trình đăng bài nào đang chạy: bài đến giờ sẽ không được gửi.',
    ],
    [
      'one worker missing beside one that works',
      { workers: [aWorker({}), aWorker({ name: 'may-2:9', state: 'missing' })] },
      'warning',
      'Tiến trình may-2:9 đã mất liên lạc.',
    ],
    [
      'a clock that is ahead',
      { workers: [aWorker({ clockSkewMs: 2_340 })] },
      'bad',
      'Đồng hồ của tiến trình may-1:7 nhanh 2,3 giây so với cơ sở dữ liệu; hãy kiểm tra dịch vụ giờ (NTP).',
    ],
    [
      'a clock that is behind',
      { workers: [aWorker({ clockSkewMs: -3_600_500 })] },
      'bad',
      'Đồng hồ của tiến trình may-1:7 chậm 3.600,5 giây so với cơ sở dữ liệu; hãy kiểm tra dịch vụ giờ (NTP).',
    ],
    [
      'a post that waits for a worker',
      { oldestDue: { secondsWaiting: 31, waitsFor: 'worker' } },
      'warning',
      'Có bài đến giờ đã 31 giây mà chưa tiến trình nào nhận.',
    ],
    [
      'a post that waits in vain',
      { oldestDue: { secondsWaiting: 1_234, waitsFor: 'worker' } },
      'bad',
      'Có bài đến giờ đã 1.234 giây mà chưa tiến trình nào nhận.',
    ],
    [
      'a pause of everything',
      { pauses: [{ what: 'everything', name: null, ...pause }] },
      'bad',
      'Toàn bộ việc đăng bài đang tạm dừng.',
    ],
    [
      'a pause of an organization',
      { pauses: [{ what: 'organization', name: 'Công an tỉnh', ...pause }] },
      'bad',
      '“Công an tỉnh” đang tạm dừng đăng bài.',
    ],
    [
      'a pause of a channel',
      { pauses: [{ what: 'channel', name: 'Trang tỉnh', ...pause }] },
      'warning',
      'Kênh “Trang tỉnh” đang tạm dừng.',
    ],
    ['held posts', { held: 1_200 }, 'warning', '1.200 bài bị giữ, chờ người quyết định.'],
    ['unknown posts', { unknown: 2 }, 'warning', '2 bài chưa rõ kết quả; hệ thống đang tự kiểm tra.'],
    [
      'a channel that needs a person',
      { channels: [aChannel({ state: 'attention' })] },
      'warning',
      'Kênh “Trang tỉnh” cần kết nối lại.',
    ],
    [
      'a connection that ends in a week',
      { channels: [aChannel({ daysLeft: 7 })] },
      'warning',
      'Kết nối của kênh “Trang tỉnh” còn 7 ngày.',
    ],
    [
      'a connection that ends today',
      { channels: [aChannel({ daysLeft: 0 })] },
      'warning',
      'Kết nối của kênh “Trang tỉnh” còn chưa đầy một ngày.',
    ],
    [
      'a connection that has ended',
      { channels: [aChannel({ daysLeft: -1 })] },
      'warning',
      'Kết nối của kênh “Trang tỉnh” đã hết hạn.',
    ],
    ['late posts', { lateness: late(61.4) }, 'warning', 'Trong giờ qua, bài trễ nhất (p99) trễ 61 giây.'],
  ])('says %s', (_name, over, mood, sentence) => {
    const { mood: told, reasons } = judge({ ...calm, ...over })
    expect(told).toBe(mood)
    expect(reasons).toEqual([{ mood, vi: sentence, en: expect.stringMatching(/^[A-Z\d].*\.$/) }])
  })

  it.each<[string, Partial<VerdictFacts>]>([
    ['a clock within two seconds', { workers: [aWorker({ clockSkewMs: -2000 }), aWorker({ clockSkewMs: null })] }],
    ['a worker that ended by itself', { workers: [aWorker({}), aWorker({ state: 'gone' })] }],
    ['a post that was due a moment ago', { oldestDue: { secondsWaiting: 30, waitsFor: 'worker' } }],
    ['a post whose channel rests or is at work', { oldestDue: { secondsWaiting: 900, waitsFor: 'channel' } }],
    ['a connection with more than a week left', { channels: [aChannel({ daysLeft: 8 })] }],
    ['a connection nobody uses', { channels: [aChannel({ daysLeft: 0, state: 'off' })] }],
    ['a minute of lateness', { lateness: late(60) }],
  ])('says nothing of %s', (_name, over) => {
    expect(judge({ ...calm, ...over })).toEqual({ mood: 'good', reasons: [] })
  })

  it('tells the worst first', () => {
    const { mood, reasons } = judge({ ...calm, held: 3, unknown: 1, workers: [] })
    expect(mood).toBe('bad')
    expect(reasons.map((reason) => reason.mood)).toEqual(['bad', 'warning', 'warning'])
  })
})
