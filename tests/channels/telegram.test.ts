import { describe, expect, it } from 'vitest'
import { channel } from '@/channels/telegram'
import { readRefusal } from '@/channels/telegram/failures'
import { sanitise, visibleText } from '@/channels/telegram/html'
import { lookalike } from '@/sandbox/telegram'
import { parseMarkup } from '@/sandbox/telegram/markup'
import { behavesLikeAChannel } from '../contracts/behavesLikeAChannel'
import { anItem } from '../support/items'

const long = 'Bà con <b>không</b> chuyển tiền cho người lạ & báo ngay cho công an xã. '.repeat(30)

behavesLikeAChannel({
  channel,
  platform: lookalike,
  sendCall: 'sendMessage',
  sampleItem: () => anItem(),
  shapes: {
    'a photo': ({ photo }) => anItem({ media: [photo] }),
    'a photo with a text too long for its caption': ({ photo }) =>
      anItem({ media: [photo], variant: { title: '', text: `${long}\n{link}`, options: {} } }),
    'a video': ({ video }) => anItem({ kind: 'clips', media: [video] }),
    'an editor’s own markup': () =>
      anItem({
        variant: {
          title: '',
          text: '⚠️ <b>VNeID giả</b> & <i>“app” lạ: <a href="{link}">đọc ngay</a>',
          options: { silent: true },
        },
      }),
  },
  textsInLog: ({ post }) => post.parts.map(({ html }) => visibleText(html)),
})

describe('markup', () => {
  it.each([
    ['<b>Giả danh</b> công an', '<b>Giả danh</b> công an'],
    ['1 < 2 & 3 > 2', '1 &lt; 2 &amp; 3 &gt; 2'],
    ['&lt;b&gt; &amp; &nbsp;', '&lt;b&gt; &amp; &amp;nbsp;'],
    ['<b>không <i>đóng', '<b>không <i>đóng</i></b>'],
    ['<b>chéo <i>nhau</b> đây</i>', '<b>chéo <i>nhau</i></b> đây'],
    ['đóng thừa</b>', 'đóng thừa'],
    ['<p>đoạn</p>', '&lt;p&gt;đoạn&lt;/p&gt;'],
    ['một<br>hai', 'một\nhai'],
    ['<a href="javascript:alert(1)">bấm</a>', 'bấm'],
    ["<a onclick=x href='https://a.vn/?b=1&c=2'>bấm</a>", '<a href="https://a.vn/?b=1&amp;c=2">bấm</a>'],
    ['<code><b>mã</b></code>', '<code>&lt;b&gt;mã&lt;/b&gt;</code>'],
    ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
  ])('turns %s into %s', (html, clean) => {
    expect(sanitise(html)).toBe(clean)
    expect(parseMarkup(sanitise(html)).text).toBe(visibleText(clean))
  })

  it.each([
    ['<p>x</p>', 'Unsupported start tag "p" at byte offset 0'],
    ['<b>x', 'Can\'t find end tag corresponding to start tag "b"'],
    ['ạ</b>', 'Unexpected end tag at byte offset 3'],
    ['<b>x</i>', 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'],
    ['<span>x</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'],
  ])('is refused by the look-alike when it is %s', (html, reason) => {
    expect(() => parseMarkup(html)).toThrow(`Bad Request: can't parse entities: ${reason}`)
  })
})

describe('a refusal', () => {
  it.each([
    [401, 'Unauthorized', 'unauthorized'],
    [404, 'Not Found', 'unauthorized'],
    [403, 'Forbidden: bot was kicked from the channel chat', 'unauthorized'],
    [400, 'Bad Request: chat not found', 'unauthorized'],
    [400, 'Bad Request: need administrator rights in the channel chat', 'unauthorized'],
    [400, 'Bad Request: message caption is too long', 'rejected'],
    [400, "Bad Request: can't parse entities: Unclosed start tag at byte offset 3", 'rejected'],
    [400, 'Bad Request: something nobody has listed', 'rejected'],
    [409, 'Conflict: terminated by other getUpdates request', 'unavailable'],
  ])('%i %s is %s', (error_code, description, kind) => {
    expect(readRefusal({ error_code, description })?.kind).toBe(kind)
  })

  it('says how long to wait', () => {
    const failure = readRefusal({
      error_code: 429,
      description: 'Too Many Requests: retry after 17',
      parameters: { retry_after: 17 },
    })
    expect(failure).toMatchObject({ kind: 'throttled', retryAfter: 17 })
  })

  it('of an unlisted number decides nothing', () => {
    expect(readRefusal({ error_code: 418, description: 'teapot' })).toBeNull()
  })
})
