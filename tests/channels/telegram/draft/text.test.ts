/** From rich text and the editor's own markup to Telegram's tags; the look-alike's parser is the judge. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { channel } from '@/channels/telegram'
import { blockHtml } from '@/channels/telegram/text/blocks'
import { sanitise, visibleText } from '@/channels/telegram/text/html'
import { splitHtml } from '@/channels/telegram/text/split'
import { lengthOf, parseMarkup } from '@/sandbox/telegram/markup'
import { aLongBody, anOwnItem } from '../shapes'

describe('an editor’s own markup', () => {
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
})

describe('rich text', () => {
  it('becomes Telegram’s own tags, nested and escaped', () => {
    const html = blockHtml({
      type: 'paragraph',
      text: 'Gọi 113 & đọc thêm <ở đây>',
      spans: [
        { text: 'Gọi ' },
        { text: '113', bold: true, underline: true },
        { text: ' & ' },
        { text: 'đọc thêm', href: 'https://a.vn/?x=1&y="2"', italic: true },
        { text: ' <ở đây>', strike: true },
      ],
    })
    expect(html).toBe(
      'Gọi <b><u>113</u></b> &amp; <a href="https://a.vn/?x=1&amp;y=&quot;2&quot;"><i>đọc thêm</i></a><s> &lt;ở đây&gt;</s>',
    )
    const { text, entities } = parseMarkup(html)
    expect(text).toBe('Gọi 113 & đọc thêm <ở đây>')
    expect(entities.map(({ type }) => type)).toEqual(['bold', 'underline', 'text_link', 'italic', 'strikethrough'])
    expect(entities.find(({ url }) => url)?.url).toBe('https://a.vn/?x=1&y="2"')
  })

  it('of an address that is none stays text', () => {
    const spans = [{ text: 'bấm', href: 'javascript:alert(1)' }]
    expect(blockHtml({ type: 'paragraph', text: 'bấm', spans })).toBe('bấm')
  })

  it('keeps headings, lists and quotes apart, and leaves pictures to their own messages', () => {
    expect(blockHtml({ type: 'heading', level: 2, text: 'A & B' })).toBe('<b>A &amp; B</b>')
    expect(blockHtml({ type: 'list', ordered: true, entries: ['một', 'hai'] })).toBe('1. một\n2. hai')
    expect(
      blockHtml({ type: 'list', ordered: false, entries: ['một', 'hai'], spans: [[{ text: 'một', bold: true }], []] }),
    ).toBe('• <b>một</b>\n• ')
    expect(blockHtml({ type: 'quote', text: 'lời' })).toBe('<blockquote>lời</blockquote>')
    expect(blockHtml({ type: 'image', media: '1' })).toBe('')
  })

  it('goes out whole when the editor wants it, otherwise only the lead', () => {
    const item = anOwnItem({ body: aLongBody(3) })
    const whole = channel.render({ ...item, variant: { ...item.variant, options: { extent: 'whole' } } })
    expect(whole.text).toContain('Điều 3. Không ai có quyền')
    expect(JSON.stringify(whole.post)).toContain('<b>Không ai có quyền</b>')
    expect(channel.render(item).text).not.toContain('Điều 1.')
  })
})

describe('a text that is cut', () => {
  it('is cut between paragraphs, opened and closed again, and nothing of it is lost', () => {
    const html = `<b>Mở đầu</b>\n\n<blockquote>${'Một câu dài vừa phải. '.repeat(20)}</blockquote>\n\nkết`
    const pieces = splitHtml(html, 200)
    expect(pieces.length).toBeGreaterThan(2)
    expect(pieces[1]).toMatch(/^<blockquote>Một câu .*\.<\/blockquote>$/)
    expect(squeeze(pieces.map((piece) => parseMarkup(piece).text).join(''))).toBe(squeeze(visibleText(html)))
  })

  it('never has half a link where a whole one fits', () => {
    const html = `${'Chữ '.repeat(45)}<a href="https://a.vn">một đường dẫn khá là dài nằm đây</a> và thêm nữa ${'chữ '.repeat(30)}`
    const links = splitHtml(html, 200).flatMap((piece) => parseMarkup(piece).entities)
    expect(links).toHaveLength(1)
  })

  const word = fc.constantFrom(
    'công an',
    'đừng',
    '“OTP”',
    '&',
    '<3',
    '👮🏽',
    'ế\u0323',
    'x'.repeat(50),
    '.',
    '!\n',
    '\n\n',
  )
  const tag = fc.constantFrom('b', 'i', 'u', 's', 'blockquote')
  const tree: fc.Arbitrary<string> = fc.letrec<{ node: string }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 4 },
      fc.array(word, { maxLength: 8 }).map((words) => sanitise(words.join(' ').replaceAll('<', '&lt;'))),
      fc.tuple(tag, tie('node')).map(([name, inner]) => `<${name}>${inner}</${name}>`),
      fc.tuple(tie('node'), tie('node')).map(([one, other]) => `${one} ${other}`),
    ),
  })).node

  it('is always balanced, fits, and keeps every letter in its order', () => {
    fc.assert(
      fc.property(tree, fc.integer({ min: 5, max: 60 }), (html, max) => {
        const marked = splitHtml(html, max).map(parseMarkup)
        for (const one of marked) expect(lengthOf(one)).toBeLessThanOrEqual(max)
        expect(squeeze(marked.map(({ text }) => text).join(''))).toBe(squeeze(visibleText(html)))
      }),
      { numRuns: 300 },
    )
  })
})

describe('a caption that is too long', () => {
  it('stays whole: its title under the picture, everything else as a reply', () => {
    const item = anOwnItem({ lead: 'Câu này dài. '.repeat(90) })
    const photo = { ...item, media: [aPicture] }
    const { parts } = channel.render(photo).post
    expect(parts.map(({ kind }) => kind)).toEqual(['photo', 'text'])
    expect(parts[0]).toMatchObject({ html: `<b>${item.title}</b>` })
    expect(parts[1]).toMatchObject({ html: expect.stringContaining(`${item.lead.trim()}\n\n${item.link}`) })
  })

  it('is counted without its markup: 1,024 visible characters still fit', () => {
    const link = (letters: number) => ({ title: '', text: `<b>${'ạ'.repeat(letters)}</b> {link}`, options: {} })
    const item = anOwnItem({ media: [aPicture], signature: '' })
    const room = 1024 - item.link.length - 1
    expect(channel.render({ ...item, variant: link(room) }).post.parts).toHaveLength(1)
    expect(channel.render({ ...item, variant: link(room + 1) }).post.parts).toHaveLength(2)
  })
})

const aPicture = {
  id: 'a',
  role: 'cover' as const,
  alt: 'ảnh',
  caption: '',
  credit: '',
  duration: null,
  renditions: [
    {
      name: 'original',
      mimeType: 'image/jpeg',
      bytes: 1000,
      sha256: 'a',
      width: 100,
      height: 100,
      url: 'https://a.vn/a.jpg',
    },
  ],
}

function squeeze(text: string): string {
  return text.replaceAll(/\s+/g, '')
}
