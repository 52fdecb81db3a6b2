import { overBy, type Draft, type DraftMedia, type Problem } from '../../contract'
import { limits, MOST_BROADCAST, MOST_CITY_CODE } from '../limits'
import type { Article, Broadcast, ZaloPost } from '../options'

const LABELS = { title: 'Tiêu đề', author: 'Tên tác giả', description: 'Mô tả' } as const
type Field = keyof typeof LABELS

export function inspect({ post, media }: Draft<ZaloPost>): Problem[] {
  return [
    ...inspectText('title', post.title),
    ...(post.type === 'normal' ? inspectText('author', post.author) : []),
    ...inspectText('description', post.description),
    ...inspectCover(post),
    ...(post.type === 'normal' ? inspectBody(post) : inspectVideos(media)),
    ...media.filter(({ role }) => role !== 'video').flatMap(inspectPicture),
    ...(post.broadcast ? inspectBroadcast(post.broadcast) : []),
  ]
}

function inspectText(field: Field, text: string): Problem[] {
  const label = LABELS[field]
  if (text === '')
    return [{ code: `${field}-empty`, message: `${label} của bài Zalo còn trống; hãy điền vào bản Zalo.` }]
  const over = overBy(text, limits.texts[field])
  if (over === 0) return []
  const message = `${label} của bài Zalo dài quá ${over} ký tự (tối đa ${limits.texts[field].max}); hãy rút ngắn ở bản Zalo.`
  return [{ code: `${field}-too-long`, message }]
}

function inspectCover({ coverUrl }: ZaloPost): Problem[] {
  if (coverUrl !== null) return []
  return [{ code: 'cover-missing', message: 'Bài Zalo bắt buộc có ảnh bìa; hãy thêm ảnh bìa cho nội dung.' }]
}

function inspectBody({ body }: Article): Problem[] {
  if (body.length > 0) return []
  return [{ code: 'body-empty', message: 'Bài Zalo chưa có nội dung chi tiết; hãy viết phần nội dung.' }]
}

function inspectVideos(media: DraftMedia[]): Problem[] {
  const video = media.find(({ role }) => role === 'video')
  if (video) return inspectVideo(video)
  const message = 'Bài video Zalo chưa có video; hãy gắn video, hoặc chọn hình thức “Bài viết” ở bản Zalo.'
  return [{ code: 'video-missing', message }]
}

function inspectVideo({ mimeType, bytes }: DraftMedia): Problem[] {
  const { maxBytes, mimeTypes } = limits.media.video
  const problems: Problem[] = []
  if (!mimeTypes.some((type) => type === mimeType))
    problems.push({
      code: 'video-type',
      message: `Video kiểu ${mimeType} không dùng được trên Zalo; hãy dùng MP4 hoặc AVI.`,
    })
  if (bytes > maxBytes)
    problems.push({
      code: 'video-too-large',
      message: `Video nặng ${megabytes(bytes)} MB, vượt ${megabytes(bytes - maxBytes)} MB (Zalo nhận tối đa 50 MB); hãy nén lại.`,
    })
  return problems
}

function inspectPicture({ mimeType, bytes }: DraftMedia): Problem[] {
  const { maxBytes, mimeTypes } = limits.media.picture
  const problems: Problem[] = []
  if (!mimeTypes.some((type) => type === mimeType))
    problems.push({
      code: 'picture-type',
      message: `Ảnh kiểu ${mimeType} không dùng được trên Zalo; hãy dùng ảnh JPEG hoặc PNG.`,
    })
  if (bytes > maxBytes)
    problems.push({
      code: 'picture-too-large',
      message: `Ảnh nặng ${megabytes(bytes)} MB, Zalo nhận tối đa 1 MB; hãy dùng ảnh nhẹ hơn.`,
    })
  return problems
}

function megabytes(bytes: number): string {
  const exact = bytes / 1_000_000
  return (exact < 0.1 ? exact.toFixed(3) : exact.toFixed(1)).replace('.', ',')
}

function inspectBroadcast({ target, also }: Broadcast): Problem[] {
  const problems: Problem[] = []
  const over = also.length + 1 - MOST_BROADCAST
  if (over > 0)
    problems.push({
      code: 'broadcast-too-many',
      message: `Broadcast Zalo gửi tối đa ${MOST_BROADCAST} bài kể cả bài này, thừa ${over} bài; hãy bớt bài gửi kèm.`,
    })
  const wrong = (target['cities'] ?? '').split(',').filter((code) => code !== '' && !isCity(code))
  if (wrong.length > 0)
    problems.push({
      code: 'broadcast-city',
      message: `Mã tỉnh, thành của Zalo là số từ 0 đến ${MOST_CITY_CODE}; hãy sửa: ${wrong.join(', ')}.`,
    })
  return problems
}

function isCity(code: string): boolean {
  return /^\d{1,2}$/.test(code) && Number(code) <= MOST_CITY_CODE
}
