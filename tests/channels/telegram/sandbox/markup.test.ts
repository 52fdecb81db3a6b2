/** The look-alike's HTML parser says what tdlib says. */
import { describe, expect, it } from 'vitest'
import { lengthOf, parseMarkup } from '@/sandbox/telegram/markup'

describe('markup', () => {
  it.each([
    ['<p>x</p>', 'Unsupported start tag "p" at byte offset 0'],
    ['ạ<br>', 'Unsupported start tag "br" at byte offset 3'],
    ['<b', 'Unclosed start tag at byte offset 0'],
    ['<a href', 'Unclosed start tag "a" at byte offset 0'],
    ['<a href=', 'Unclosed start tag "a" at byte offset 0'],
    ['<a href="x', 'Unclosed start tag at byte offset 0'],
    ['<b>x', 'Can\'t find end tag corresponding to start tag "b"'],
    ['ạ</b>', 'Unexpected end tag at byte offset 3'],
    ['<b>x</b', 'Unclosed end tag at byte offset 4'],
    ['<b>x</b y>', 'Unclosed end tag at byte offset 4'],
    ['<b>x</i>', 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'],
    ['<span>x</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'],
    ['<a ="x">y</a>', 'Empty attribute name in the tag "a" at byte offset 0'],
    ['<a href=a/b>y</a>', 'Unexpected end of name token at byte offset 8'],
  ])('%s is refused', (html, reason) => {
    expect(() => parseMarkup(html)).toThrow(`Bad Request: can't parse entities: ${reason}`)
  })

  it.each([
    ['<b>x</>', 'x', ['bold']],
    ['<B>x</B>', 'x', ['bold']],
    ['<span class="tg-spoiler">x</span>', 'x', ['spoiler']],
    ['<blockquote expandable>x</blockquote>', 'x', ['blockquote']],
    ['<pre><code class="language-js">x</code></pre>', 'x', ['pre', 'code']],
    ['<a href="https://a.vn">x</a>', 'x', ['text_link']],
    ['<a>https://a.vn</a>', 'https://a.vn', ['text_link']],
    ['<a href="khong phai">x</a>', 'x', []],
    ['&lt;b&gt; &#7841;&#x1EA1; &nbsp; &amp', '<b> ạạ &nbsp; &', []],
    ['  <i> x </i>  ', 'x', ['italic']],
  ])('%s is read', (html, text, types) => {
    const marked = parseMarkup(html)
    expect(marked.text).toBe(text)
    expect(marked.entities.map(({ type }) => type)).toEqual(types)
  })

  it('counts code points of what is left, and places entities by UTF-16 units', () => {
    const marked = parseMarkup('👮 <b>ạ</b>')
    expect(lengthOf(marked)).toBe(3)
    expect(marked.entities).toEqual([{ type: 'bold', offset: 3, length: 1 }])
  })

  it('keeps the first hundred looks', () => {
    expect(parseMarkup('<b>x</b> '.repeat(120)).entities).toHaveLength(100)
  })
})
