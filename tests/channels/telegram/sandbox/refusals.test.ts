/** What the look-alike refuses, in the server's own words. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aPicture, openClient, type Client } from './client'

let client: Client

beforeEach(async () => {
  client = await openClient()
})
afterEach(() => client.platform.close())

describe('a request', () => {
  it.each<[string, Record<string, unknown>, string]>([
    ['sendMessage', { chat_id: '' }, 'chat_id is empty'],
    ['sendMessage', { chat_id: '@khong_co', text: 'x' }, 'chat not found'],
    ['sendMessage', { text: '' }, 'message text is empty'],
    ['sendMessage', { text: '<b> </b>', parse_mode: 'HTML' }, 'text must be non-empty'],
    ['sendMessage', { text: 'ạ'.repeat(4097) }, 'message is too long'],
    ['sendMessage', { text: `<b>x</b>${' '.repeat(32_768)}`, parse_mode: 'HTML' }, 'message is too long'],
    [
      'sendMessage',
      { text: '<p>x', parse_mode: 'HTML' },
      'can\'t parse entities: Unsupported start tag "p" at byte offset 0',
    ],
    ['sendMessage', { text: 'x', reply_parameters: { message_id: 99 } }, 'message to be replied not found'],
    ['sendPhoto', {}, 'there is no photo in the request'],
    ['sendPhoto', { photo: 'https://a.vn/a.jpg' }, 'failed to get HTTP URL content'],
    ['sendPhoto', { photo: 'AgACxyz' }, 'wrong file_id or the file is temporarily unavailable'],
    ['sendMediaGroup', { media: [] }, 'there are no messages to send'],
    [
      'sendMediaGroup',
      { media: Array(11).fill({ type: 'photo', media: 'x' }) },
      'too many messages to send as an album',
    ],
    [
      'sendMediaGroup',
      { media: [{ type: 'sticker', media: 'x' }] },
      "can't use the media of the specified type in the album",
    ],
    [
      'sendMediaGroup',
      {
        media: [
          { type: 'document', media: 'x' },
          { type: 'photo', media: 'y' },
        ],
      },
      "document can't be mixed with other media types",
    ],
    ['sendPoll', { question: 'Có?', options: [] }, 'poll must have at least 1 option'],
    ['sendPoll', { question: 'ạ'.repeat(301), options: [{ text: 'a' }] }, 'poll question length must not exceed 300'],
    ['sendPoll', { question: 'Có?', options: Array(13).fill({ text: 'a' }) }, "poll can't have more than 12 options"],
    ['sendPoll', { question: 'Có?', options: [{ text: 'a'.repeat(101) }] }, 'poll options length must not exceed 100'],
    [
      'sendPoll',
      { question: 'Có?', options: ['a', 'b'], is_anonymous: false },
      "non-anonymous polls can't be sent to channel chats",
    ],
    ['editMessageText', { message_id: 99, text: 'x' }, 'message to edit not found'],
    ['deleteMessage', { message_id: 99 }, 'message to delete not found'],
    ['pinChatMessage', { message_id: 99 }, 'message to pin not found'],
    ['setWebhook', { url: 'ftp://a.vn' }, 'bad webhook: An HTTPS URL must be provided for webhook'],
  ])('%s %o is refused', async (method, fields, reason) => {
    const answer = await client.call(method, fields)
    expect(answer).toMatchObject({
      status: 400,
      body: { ok: false, error_code: 400, description: `Bad Request: ${reason}` },
    })
  })
})

describe('files', () => {
  it('must be what they are sent as', async () => {
    expect((await client.upload('sendPhoto', { photo: new Blob(['%PDF']) })).body.description).toBe(
      'Bad Request: IMAGE_PROCESS_FAILED',
    )
    expect((await client.upload('sendPhoto', { photo: new Blob([]) })).body.description).toBe(
      'Bad Request: file must be non-empty',
    )
    expect((await client.upload('sendPhoto', { photo: await aPicture(2100, 100) })).body.description).toBe(
      'Bad Request: PHOTO_INVALID_DIMENSIONS',
    )
    expect(
      (await client.upload('sendPhoto', { photo: new Blob([new Uint8Array(10 * 1024 * 1024 + 1)]) })).body.description,
    ).toBe('Bad Request: file is too big')
    expect(
      (await client.upload('sendPhoto', { photo: await aPicture(), caption: 'x'.repeat(1025) })).body.description,
    ).toBe('Bad Request: message caption is too long')
    const sent = await client.upload('sendPhoto', { photo: await aPicture(), caption: 'Ảnh' })
    expect(sent.body.result).toMatchObject({ caption: 'Ảnh', photo: [{ width: 40, height: 30 }] })
  })
})
