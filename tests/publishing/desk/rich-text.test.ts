import { describe, expect, it } from 'vitest'
import { blocksOf } from '@/engine/desk/item/blocks'

const text = (words: string, format = 0) => ({ type: 'text', text: words, format })
const linebreak = { type: 'linebreak' }
const link = (url: string, ...children: unknown[]) => ({ type: 'link', fields: { url, linkType: 'custom' }, children })
const paragraph = (...children: unknown[]) => ({ type: 'paragraph', format: '', children })
const item = (...children: unknown[]) => ({ type: 'listitem', children })
const list = (...children: unknown[]) => ({ type: 'list', listType: 'bullet', children })
const read = (...children: unknown[]) => blocksOf({ root: { type: 'root', children } })

const [BOLD, ITALIC, STRIKE, UNDERLINE] = [1, 2, 4, 8]

describe('Rich text', () => {
  it('without looks is plain text and nothing else', () => {
    expect(read(paragraph(text('Dập máy, '), text('không làm theo.')))).toEqual([
      { type: 'paragraph', text: 'Dập máy, không làm theo.' },
    ])
  })

  it('keeps every look of a paragraph and a quote, neighbours of one look joined', () => {
    const children = [
      text('Không '),
      text('đọc', BOLD),
      text(' mã', BOLD),
      text(' OTP', BOLD | ITALIC),
      text(' cho ai'),
    ]
    const spans = [
      { text: 'Không ' },
      { text: 'đọc mã', bold: true },
      { text: ' OTP', bold: true, italic: true },
      { text: ' cho ai' },
    ]
    const whole = 'Không đọc mã OTP cho ai'
    expect(read(paragraph(...children))).toEqual([{ type: 'paragraph', text: whole, spans }])
    expect(read({ type: 'quote', children })).toEqual([{ type: 'quote', text: whole, spans }])
    expect(read(paragraph(text('cũ', STRIKE), text('mới', UNDERLINE)))).toEqual([
      {
        type: 'paragraph',
        text: 'cũmới',
        spans: [
          { text: 'cũ', strike: true },
          { text: 'mới', underline: true },
        ],
      },
    ])
  })

  it('leads where a link leads, with the address after the words in plain text only', () => {
    const found = read(
      paragraph(text('Xem '), link('https://attt.vn/a b', text('cổng', BOLD), text(' tỉnh')), text('.')),
    )
    const href = 'https://attt.vn/a%20b'
    expect(found).toEqual([
      {
        type: 'paragraph',
        text: 'Xem cổng tỉnh (https://attt.vn/a b).',
        spans: [{ text: 'Xem ' }, { text: 'cổng', bold: true, href }, { text: ' tỉnh', href }, { text: '.' }],
      },
    ])
  })

  it.each([
    ['tel:113', '113', '113'],
    ['tel:02603862113', 'trực ban', 'trực ban (02603862113)'],
    ['mailto:tin@a.vn', 'hộp thư', 'hộp thư (tin@a.vn)'],
  ])('says of %s behind “%s” what a reader dials or writes', (address, words, said) => {
    expect(read(paragraph(link(address, text(words))))).toMatchObject([{ text: said }])
  })

  it.each(['http://a.vn/', 'https://a.vn/', 'mailto:tin@a.vn', 'tel:113'])('leads to %s', (address) => {
    expect(read(paragraph(link(address, text('đây'))))).toMatchObject([{ spans: [{ text: 'đây', href: address }] }])
  })

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' java\nscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    '/tin/bai',
    '',
  ])('does not lead to “%s”', (address) => {
    expect(read(paragraph(link(address, text('đây'))))).toEqual([{ type: 'paragraph', text: 'đây' }])
  })

  it('has one row of looks per entry of a list, and the inner list after its entry', () => {
    const found = read(
      list(item(text('Một')), item(text('')), item(text('Hai', BOLD)), item(list(item(text('Trong'), text(' ba'))))),
    )
    expect(found).toEqual([
      {
        type: 'list',
        ordered: false,
        entries: ['Một', 'Hai', 'Trong ba'],
        spans: [[{ text: 'Một' }], [{ text: 'Hai', bold: true }], [{ text: 'Trong ba' }]],
      },
    ])
    expect(read(list(item(text('Một'))))).toEqual([{ type: 'list', ordered: false, entries: ['Một'] }])
  })

  it('breaks lines inside a look without losing it', () => {
    expect(read(paragraph(link('https://a.vn/', text('một'), linebreak, text('hai')), text(' ba')))).toEqual([
      {
        type: 'paragraph',
        text: 'một\nhai (https://a.vn/) ba',
        spans: [{ text: 'một\nhai', href: 'https://a.vn/' }, { text: ' ba' }],
      },
    ])
  })

  it('is NFC even where a tone mark begins a stretch of another look', () => {
    const [block] = read(paragraph(text('me'), text('\u0323 con', BOLD)))
    expect(block).toEqual({
      type: 'paragraph',
      text: 'mẹ con',
      spans: [{ text: 'mẹ' }, { text: ' con', bold: true }],
    })
  })
})
