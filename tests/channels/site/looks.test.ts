import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publishPage } from '@/app/(site)/_pages/publish-page'
import { channel } from '@/channels/site'
import type { Item, ItemMedia } from '@/channels/contract'
import { anItem } from '../../support/items'
import { type RunningSite, runSite } from '../../support/site'

describe('A page', () => {
  let running: RunningSite
  beforeAll(async () => {
    running = await runSite()
  })
  afterAll(() => running?.close())

  const show = async (over: Partial<Item>) => {
    const item = anItem(over)
    await publishPage(channel.render(item).post, running.site)
    return (await fetch(`${running.origin}/tin/${item.slug}`)).text()
  }

  it('keeps the looks of the words, and leads only where a reader may be led', async () => {
    const page = await show({
      body: [
        {
          type: 'paragraph',
          text: 'Không đọc mã, xem cổng (https://attt.vn/).',
          spans: [
            { text: 'Không đọc', bold: true, italic: true },
            { text: ' mã, xem ' },
            { text: 'cổng', href: 'https://attt.vn/?a=1&b="2"' },
            { text: '.\nHết', strike: true },
          ],
        },
        {
          type: 'list',
          ordered: false,
          entries: ['Gọi 113', 'Thôi'],
          spans: [[{ text: 'Gọi 113', href: 'tel:113' }], [{ text: 'Thôi' }]],
        },
        { type: 'quote', text: 'xấu', spans: [{ text: 'xấu', underline: true, href: 'javascript:alert(1)' }] },
      ],
    })
    expect(page).toContain(
      '<p><strong><em>Không đọc</em></strong> mã, xem <a href="https://attt.vn/?a=1&amp;b=&quot;2&quot;">cổng</a><s>.<br/>Hết</s></p>',
    )
    expect(page).toContain('<li><a href="tel:113">Gọi 113</a></li><li>Thôi</li>')
    expect(page).toContain('<blockquote><p><u>xấu</u></p></blockquote>')
    expect(page).not.toContain('javascript:')
  })

  it('offers the captions of a film in every language, its own first', async () => {
    const file = { bytes: 9, sha256: 'a', width: null, height: null }
    const medium = (id: string, over: Partial<ItemMedia>): ItemMedia => ({
      id,
      role: 'captions',
      alt: '',
      caption: '',
      credit: '',
      duration: null,
      renditions: [],
      ...over,
    })
    const both = (id: string) => [
      { ...file, name: 'original', mimeType: 'application/x-subrip', url: `http://a.vn/media/${id}.srt` },
      { ...file, name: 'vtt', mimeType: 'text/vtt', url: `http://a.vn/media/${id}.vtt` },
    ]
    const video = { ...file, name: 'original', mimeType: 'video/mp4', url: 'http://a.vn/media/phim.mp4' }
    const page = await show({
      kind: 'clips',
      media: [
        medium('phim', { role: 'video', duration: 12, renditions: [video] }),
        medium('viet', { language: 'vi', renditions: both('viet') }),
        medium('anh', { language: 'en', renditions: both('anh') }),
      ],
    })
    expect(page).toContain('<track kind="captions" srcLang="vi" label="Tiếng Việt" src="/media/viet.vtt" default=""/>')
    expect(page).toContain('<track kind="captions" srcLang="en" label="Tiếng Anh" src="/media/anh.vtt"/>')
    expect(page).not.toContain('.srt')
  })
})
