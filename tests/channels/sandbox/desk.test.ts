import { appendFileSync, readFileSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import type { WallPost } from '@/sandbox/contract'
import { openDesk } from '@/sandbox/desk'
import { judge } from '@/sandbox/desk/verdict'

let directory: string
const noon = () => new Date('2026-11-22T05:00:00Z')
const open = () => openDesk(directory, noon)

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'lan-toa-desk-'))
})

describe('records', () => {
  it('are there again after the process was killed, the last value of each', () => {
    const { records } = open()
    records.put('posts', '1', { text: 'Cảnh giác' })
    records.put('posts', '2', { text: 'hai' })
    records.put('posts', '1', { text: 'Cảnh giác ⚠️' })
    expect(open().records.list('posts')).toEqual([{ text: 'Cảnh giác ⚠️' }, { text: 'hai' }])
  })

  it('outlive a line that was cut in the middle of a letter', () => {
    open().records.put('posts', '1', 'một')
    appendFileSync(
      join(directory, 'records.jsonl'),
      Buffer.from('{"collection":"posts","id":"2","value":"lừ').subarray(0, -1),
    )
    open().records.put('posts', '3', 'ba')
    expect(open().records.list('posts')).toEqual(['một', 'ba'])
  })

  it('are not changed by whoever put them', () => {
    const { records } = open()
    const value = { state: 'visible' }
    records.put('posts', '1', value)
    value.state = 'removed'
    expect(records.get('posts', '1')).toEqual({ state: 'visible' })
  })

  it('never give a number twice', () => {
    const before = [open().next('message'), open().next('message')]
    expect([...before, open().next('message'), open().next('other')]).toEqual([1, 2, 3, 1])
  })
})

describe('the log', () => {
  it('holds the exact text, numbered, by platform and since a number', () => {
    const text = 'Đừng chuyển tiền!\n“OTP” là của bạn \u{1F6E1}\uFE0F'
    const desk = open()
    desk.log({ platform: 'telegram', call: 'sendMessage', account: '1', id: '1', text })
    desk.log({ platform: 'zalo', call: 'article.create', account: '2', id: '2', text: 'khác' })
    const again = open()
    again.log({ platform: 'telegram', call: 'sendMessage', account: '1', id: '3', text: 'ba' })
    expect(again.entries.read({ platform: 'telegram' }).map((entry) => [entry.sequence, entry.text])).toEqual([
      [1, text],
      [3, 'ba'],
    ])
    expect(again.entries.read({ since: 2 }).map(({ id }) => id)).toEqual(['3'])
    expect(readFileSync(join(directory, 'log.jsonl')).includes(Buffer.from('Đừng chuyển tiền!'))).toBe(true)
  })
})

describe('files', () => {
  it('come back by their checksum, byte for byte', () => {
    const path = open().keep(new Uint8Array([255, 216, 255, 0, 10]), 'image/jpeg')
    const sha256 = path.replace('/_files/', '')
    expect(open().files.read(sha256)).toEqual({ bytes: Buffer.from([255, 216, 255, 0, 10]), mimeType: 'image/jpeg' })
    expect(open().files.read('../records.jsonl')).toBeNull()
  })
})

describe('the clock', () => {
  it('stands where it was moved to', () => {
    open().clock.move(3600)
    expect(open().now()).toEqual(new Date('2026-11-22T06:00:00Z'))
  })
})

describe('faults', () => {
  it('meet the named call as often as they say, in order, and then no more', () => {
    const { faults } = open()
    faults.add({ platform: 'zalo', call: 'article.create', fault: 'throttle', times: 2 })
    faults.add({ platform: 'zalo', call: '*', fault: 'hang', times: 1 })
    expect(faults.take('facebook', 'article.create')).toBeNull()
    expect(faults.take('zalo', 'article.create')?.fault).toBe('throttle')
    expect(open().faults.take('zalo', 'article.list')?.fault).toBe('hang')
    expect(open().faults.take('zalo', 'article.create')?.fault).toBe('throttle')
    expect(open().faults.take('zalo', 'article.create')).toBeNull()
  })
})

describe('the verdict', () => {
  const post = (over: Partial<WallPost>): WallPost => ({
    id: '1',
    platform: 'telegram',
    account: '-100',
    title: '',
    text: '',
    pictures: [],
    video: null,
    link: null,
    at: '',
    counters: {},
    state: 'visible',
    ...over,
  })

  it('counts visible posts per platform, account and marker', () => {
    const walls = [
      post({
        text: 'Đọc tiếp: https://lantoa.example/l/abc và https://lantoa.example/l/abc',
        link: 'https://lantoa.example/l/abc',
      }),
      post({ platform: 'facebook', account: '7', link: 'https://lantoa.example/l/abc' }),
      post({ text: 'https://lantoa.example/l/abcd' }),
      post({ text: 'https://lantoa.example/l/gone', state: 'removed' }),
      post({ text: 'không có đường dẫn' }),
    ]
    expect(judge(walls, ['telegram|-100|abc', 'telegram|-100|gone'])).toEqual({
      posts: { 'telegram|-100|abc': 1, 'facebook|7|abc': 1, 'telegram|-100|abcd': 1 },
      twice: [],
      missing: ['telegram|-100|gone'],
      wrong: [],
      unmarked: 1,
    })
  })

  it('names what stands there twice', () => {
    const walls = [post({ id: '1', text: 'https://a.vn/l/x1' }), post({ id: '2', text: 'https://a.vn/l/x1' })]
    expect(judge(walls, []).twice).toEqual(['telegram|-100|x1'])
  })
})
