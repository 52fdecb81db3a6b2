/** Plain text of the sample → the editor's rich text: short paragraphs of a few sentences. */
import { richTextOfParagraphs } from '@/engine/desk/item/rich-text'

export function richTextOf(text: string): ReturnType<typeof richTextOfParagraphs> {
  return richTextOfParagraphs(paragraphsOf(text))
}

/** Three sentences at a time; line breaks of the sample start a new paragraph. */
export function paragraphsOf(text: string): string[] {
  return text.split(/\n+/).flatMap((line) => {
    const sentences = line.split(/(?<=[.!?…”])\s+(?=[\p{Lu}“])/u)
    return Array.from({ length: Math.ceil(sentences.length / 3) }, (_, index) =>
      sentences.slice(index * 3, index * 3 + 3).join(' '),
    )
  })
}

/** “Cảnh hai: …”, “Ô 3. …”, “Kết: …”: what begins a new picture of a script begins a new paragraph. */
const beginning =
  /(?<=[.!?…”]) (?=(?:(?:Ô|Bước|Khung|Điểm|Lớp) \d|(?:Cảnh|Câu) \p{L}+[:,]|(?:Kết|Lời kết|Lời cuối|Chữ kết|Tự chấm|Việc nên làm):))/gu

export function scenesOf(text: string): string {
  return text.replaceAll(beginning, '\n\n')
}
