/** Every row of the error table, in the server's own envelope, as the driver meets it on the wire. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ChannelError } from '@/channels/contract'
import { channel } from '@/channels/telegram'
import type { TelegramPost } from '@/channels/telegram/options'
import { lookalike } from '@/sandbox/telegram'
import { openBench, type Bench } from '../../contracts/bench'
import { anItem } from '../../support/items'
import { runLookalike } from '../../support/platforms'

type Answer = { status: number; body: string; headers?: Record<string, string> }

let answer: Answer
let server: Server
let address: string
let bench: Bench<TelegramPost>

beforeAll(async () => {
  server = createServer((incoming, response) => {
    incoming.resume().on('end', () => response.writeHead(answer.status, answer.headers).end(answer.body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  bench = await openBench(channel, await runLookalike(lookalike))
})
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await bench.platform.close()
})

function envelope(code: number, description: string, parameters?: Record<string, number>): Answer {
  const body = JSON.stringify({ ok: false, error_code: code, description, ...(parameters ? { parameters } : {}) })
  return { status: code, body, headers: { 'content-type': 'application/json' } }
}

const addresses = () => ({ api: address, web: address })

async function sendAgainst(given: Answer): Promise<{ failure: ChannelError; lines: string[] }> {
  answer = given
  const recorded = bench.record({ addresses: addresses() })
  return {
    failure: (await bench.failToPublish(bench.draft(anItem()), recorded)) as ChannelError,
    lines: recorded.lines,
  }
}

async function askAgainst(given: Answer): Promise<{ failure: ChannelError; lines: string[] }> {
  answer = given
  const recorded = bench.record({ addresses: addresses() })
  const failure = await channel.audience(recorded.call).catch((thrown: unknown) => thrown)
  return { failure: failure as ChannelError, lines: recorded.lines }
}

const rows: readonly (readonly [code: number, description: string, kind: string, words: RegExp])[] = [
  [401, 'Unauthorized', 'unauthorized', /mã mới/],
  [401, 'Unauthorized: invalid token specified', 'unauthorized', /mã mới/],
  [404, 'Not Found', 'unauthorized', /mã đúng/],
  [404, 'Not Found: method not found', 'unauthorized', /mã đúng/],
  [400, 'Bad Request: chat not found', 'unauthorized', /Không tìm thấy kênh/],
  [400, 'Bad Request: chat_id is empty', 'unauthorized', /chưa có mã kênh/],
  [400, 'Bad Request: message text is empty', 'rejected', /không có nội dung/],
  [400, 'Bad Request: text must be non-empty', 'rejected', /không có nội dung/],
  [400, 'Bad Request: message is too long', 'rejected', /quá dài/],
  [400, 'Bad Request: message caption is too long', 'rejected', /chú thích quá dài/],
  [400, "Bad Request: can't parse entities: Unclosed start tag at byte offset 3", 'rejected', /định dạng/],
  [400, 'Bad Request: need administrator rights in the channel chat', 'unauthorized', /quyền quản trị viên/],
  [400, 'Bad Request: have no write access to the chat', 'unauthorized', /quyền/],
  [400, 'Bad Request: not enough rights to send text messages to the chat', 'unauthorized', /quyền/],
  [400, 'Bad Request: CHAT_WRITE_FORBIDDEN', 'unauthorized', /quyền/],
  [400, 'Bad Request: CHAT_ADMIN_REQUIRED', 'unauthorized', /quyền/],
  [400, 'Bad Request: message to edit not found', 'rejected', /không còn/],
  [400, 'Bad Request: message to delete not found', 'rejected', /không còn/],
  [400, "Bad Request: message can't be edited", 'rejected', /không cho bot sửa/],
  [400, "Bad Request: message can't be deleted", 'rejected', /48 giờ/],
  [400, "Bad Request: message can't be deleted for everyone", 'rejected', /48 giờ/],
  [400, 'Bad Request: wrong HTTP URL specified', 'rejected', /tải tệp lên/],
  [400, 'Bad Request: failed to get HTTP URL content', 'rejected', /tải tệp lên/],
  [400, 'Bad Request: wrong type of the web page content', 'rejected', /tải tệp lên/],
  [400, 'Bad Request: wrong file_id or the file is temporarily unavailable', 'rejected', /không nhận ra tệp/],
  [400, 'Bad Request: file is too big', 'rejected', /quá lớn/],
  [400, 'Bad Request: photo has unsupported extension. Use one of .jpg, .png', 'rejected', /kiểu ảnh/],
  [400, "Bad Request: can't use the media of the specified type in the album", 'rejected', /album/],
  [400, 'Bad Request: too many messages to send as an album', 'rejected', /album/],
  [400, "Bad Request: document can't be mixed with other media types", 'rejected', /album/],
  [400, 'Bad Request: there is no photo in the request', 'rejected', /không thấy ảnh/],
  [400, "Bad Request: message has protected content and can't be forwarded", 'rejected', /cấm chuyển tiếp/],
  [400, 'Bad Request: PHOTO_INVALID_DIMENSIONS', 'rejected', /kích thước/],
  [400, 'Bad Request: something nobody has listed', 'rejected', /something nobody has listed/],
  [403, 'Forbidden: bot is not a member of the channel chat', 'unauthorized', /thêm lại bot/],
  [403, 'Forbidden: bot was kicked from the channel chat', 'unauthorized', /thêm lại bot/],
  [403, 'Forbidden: bot was blocked by the user', 'unauthorized', /thêm lại bot/],
  [403, 'Forbidden: user is deactivated', 'unauthorized', /thêm lại bot/],
  [403, "Forbidden: bot can't initiate conversation with a user", 'unauthorized', /thêm lại bot/],
  [
    409,
    "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    'unavailable',
    /phiên khác/,
  ],
  [
    409,
    'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
    'unavailable',
    /phiên khác/,
  ],
  [421, 'Misdirected Request', 'unavailable', /máy chủ/],
]

describe('a refusal', () => {
  it.each(rows)('%i %s is %s', async (code, description, kind, words) => {
    const { failure } = await sendAgainst(envelope(code, description))
    expect(failure).toMatchObject({ name: 'ChannelError', kind, code: String(code), httpStatus: code })
    expect(failure.message).toMatch(words)
  })

  it('of a group that moved names its new number', async () => {
    const description = 'Bad Request: group chat was upgraded to a supergroup chat'
    const { failure } = await sendAgainst(envelope(400, description, { migrate_to_chat_id: -1009876543210 }))
    expect(failure).toMatchObject({ kind: 'unauthorized', message: expect.stringContaining('-1009876543210') })
  })

  it.each([17, 3600])('"too many requests" holds the whole channel for %i seconds', async (seconds) => {
    const description = `Too Many Requests: retry after ${seconds}`
    const { failure } = await sendAgainst({
      ...envelope(429, description, { retry_after: seconds }),
      headers: { 'content-type': 'application/json', 'retry-after': String(seconds) },
    })
    expect(failure).toMatchObject({ kind: 'throttled', retryAfter: seconds, scope: 'channel' })
  })
})

describe('an answer that may hide a post', () => {
  const html = (status: number): Answer => ({
    status,
    body: `<html>\r\n<head><title>${status}</title></head><body><center><h1>${status}</h1></center></body></html>`,
    headers: { 'content-type': 'text/html' },
  })
  const answers: readonly (readonly [name: string, answer: Answer])[] = [
    ['500 restart', envelope(500, 'Internal Server Error: restart')],
    [
      '500 immediately deleted',
      envelope(500, "Internal Server Error: sent message was immediately deleted and can't be returned"),
    ],
    ['502 HTML', html(502)],
    ['504 HTML', html(504)],
    ['a number nobody has listed', envelope(418, 'teapot')],
    ['a result in another shape', { status: 200, body: '{"ok":true,"result":{"id":1}}' }],
    ['200 HTML', { ...html(200) }],
  ]

  it.each(answers)('%s: unknown after a send', async (_name, given) => {
    expect((await sendAgainst(given)).failure).toMatchObject({ name: 'ChannelError', kind: 'outcome-unknown' })
  })

  it.each(answers)('%s: unavailable when nothing was sent', async (_name, given) => {
    expect((await askAgainst(given)).failure).toMatchObject({ name: 'ChannelError', kind: 'unavailable' })
  })

  it('is in the log when nobody has listed it, for sends and for questions alike', async () => {
    for (const against of [sendAgainst, askAgainst]) {
      const { lines } = await against(envelope(418, 'teapot'))
      expect(lines.join('\n')).toMatch(/teapot.*nobody has listed/)
    }
  })
})

it('lets the token out in no error and no log', () => {
  const { token = '' } = bench.platform.credentials
  const secret = token.split(':')[1] ?? token
  const said = bench.everythingSaid()
  expect(said.length).toBeGreaterThan(100)
  expect(said.filter((line) => line.includes(secret))).toEqual([])
})
