import { overBy, type Draft, type DraftMedia, type Problem } from '../contract'
import { limits, MAX_PHOTOS } from './limits'
import type { FacebookPost } from './options'

export function inspect(draft: Draft<FacebookPost>): Problem[] {
  return [
    ...inspectMessage(draft.post.message),
    ...inspectCount(draft.media.length),
    ...draft.media.flatMap(inspectPhoto),
  ]
}

function inspectMessage(message: string): Problem[] {
  if (message.trim() === '')
    return [{ code: 'text-empty', message: 'Bài Facebook chưa có chữ nào; hãy viết nội dung cho bản Facebook.' }]
  const over = overBy(message, limits.texts.message)
  if (over === 0) return []
  return [
    {
      code: 'text-too-long',
      message: `Bài Facebook dài quá ${over} ký tự (tối đa 63.206); hãy rút ngắn bản Facebook.`,
    },
  ]
}

function inspectCount(count: number): Problem[] {
  if (count <= MAX_PHOTOS) return []
  return [
    {
      code: 'photos-too-many',
      message: `Bài Facebook có ${count} ảnh, nhiều nhất là ${MAX_PHOTOS}; hãy bỏ bớt ${count - MAX_PHOTOS} ảnh.`,
    },
  ]
}

function inspectPhoto(media: DraftMedia): Problem[] {
  const { maxBytes, mimeTypes } = limits.media.photo
  const problems: Problem[] = []
  if (!mimeTypes.some((type) => type === media.mimeType)) {
    problems.push({
      code: 'photo-type',
      message: `Ảnh kiểu ${media.mimeType} không đăng được lên Facebook; hãy dùng ảnh JPEG hoặc PNG.`,
    })
  }
  if (media.bytes > maxBytes) {
    problems.push({
      code: 'photo-too-large',
      message: `Ảnh nặng ${megabytes(media.bytes)} MB, Facebook nhận tối đa 10 MB; hãy dùng ảnh nhẹ hơn.`,
    })
  }
  return problems
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1).replace('.', ',')
}
