/** Names of the texts that platforms limit, as the desk says them; a name that is not here is shown as it is. */
import type { TextUnit } from '@/channels/contract'
import type { Word } from '../parts/words'

const texts: Readonly<Record<string, Word>> = {
  title: { vi: 'Tiêu đề', en: 'Title' },
  lead: { vi: 'Sapo', en: 'Lead' },
  text: { vi: 'Nội dung', en: 'Text' },
  message: { vi: 'Nội dung', en: 'Text' },
  caption: { vi: 'Chú thích ảnh, phim', en: 'Caption' },
  description: { vi: 'Mô tả', en: 'Description' },
  author: { vi: 'Tác giả', en: 'Author' },
  pollQuestion: { vi: 'Câu hỏi bình chọn', en: 'Poll question' },
  pollOption: { vi: 'Lựa chọn bình chọn', en: 'Poll option' },
  tags: { vi: 'Thẻ tìm kiếm', en: 'Tags' },
}

export const units: Readonly<Record<TextUnit, Word>> = {
  'code-point': { vi: 'ký tự', en: 'characters' },
  utf16: { vi: 'ký tự', en: 'characters' },
  byte: { vi: 'byte (một chữ có dấu chiếm 2–3 byte)', en: 'bytes' },
}

export function textWord(name: string): Word {
  return texts[name] ?? { vi: name, en: name }
}

/** `63.206` */
export function showNumber(value: number): string {
  return new Intl.NumberFormat('vi-VN').format(value)
}
