import { overBy, type Draft, type DraftMedia, type Problem } from '../contract'
import { limits } from './limits'
import type { ZaloPost } from './options'

const LABELS = { title: 'Tiêu đề', author: 'Tên tác giả', description: 'Mô tả' } as const

export function inspect({ post, media }: Draft<ZaloPost>): Problem[] {
  const fields = Object.keys(LABELS) as (keyof typeof LABELS)[]
  return [
    ...fields.flatMap((field) => inspectText(field, post[field])),
    ...inspectWhole(post),
    ...media.flatMap(inspectPicture),
  ]
}

function inspectText(field: keyof typeof LABELS, text: string): Problem[] {
  const label = LABELS[field]
  if (text === '')
    return [{ code: `${field}-empty`, message: `${label} của bài Zalo còn trống; hãy điền vào bản Zalo.` }]
  const over = overBy(text, limits.texts[field])
  if (over === 0) return []
  const { max } = limits.texts[field]
  return [
    {
      code: `${field}-too-long`,
      message: `${label} của bài Zalo dài quá ${over} ký tự (tối đa ${max}); hãy rút ngắn ở bản Zalo.`,
    },
  ]
}

function inspectWhole({ coverUrl, body }: ZaloPost): Problem[] {
  const problems: Problem[] = []
  if (coverUrl === null)
    problems.push({ code: 'cover-missing', message: 'Bài Zalo bắt buộc có ảnh bìa; hãy thêm ảnh bìa cho nội dung.' })
  if (body.length === 0)
    problems.push({ code: 'body-empty', message: 'Bài Zalo chưa có nội dung chi tiết; hãy viết phần nội dung.' })
  return problems
}

function inspectPicture({ mimeType, bytes }: DraftMedia): Problem[] {
  const { maxBytes, mimeTypes } = limits.media.picture
  const problems: Problem[] = []
  if (!mimeTypes.some((type) => type === mimeType)) {
    problems.push({
      code: 'picture-type',
      message: `Ảnh kiểu ${mimeType} không dùng được trên Zalo; hãy dùng ảnh JPEG hoặc PNG.`,
    })
  }
  if (bytes > maxBytes) {
    const megabytes = (bytes / 1_000_000).toFixed(1).replace('.', ',')
    problems.push({
      code: 'picture-too-large',
      message: `Ảnh nặng ${megabytes} MB, Zalo nhận tối đa 1 MB; hãy dùng ảnh nhẹ hơn.`,
    })
  }
  return problems
}
