import { countText, overBy, type Draft, type DraftMedia, type Problem } from '../contract'
import { visibleText } from './html'
import { limits, PHOTO_RATIO, PHOTO_SIDES, RAW_BYTES } from './limits'
import type { TelegramPart, TelegramPost } from './options'

export function inspect({ post, media, marker }: Draft<TelegramPost>): Problem[] {
  const lost = post.parts.some(({ html }) => html.includes(marker))
    ? []
    : [problem('link-missing', 'Bài chưa có đường dẫn theo dõi; hãy giữ {link} trong nội dung.')]
  return [...post.parts.flatMap(inspectPart), ...media.flatMap(inspectMedia), ...lost]
}

function inspectPart({ kind, html }: TelegramPart): Problem[] {
  const text = visibleText(html)
  if (kind === 'text' && text.trim() === '')
    return [problem('text-empty', 'Bài Telegram chưa có nội dung; hãy viết nội dung cho kênh này.')]
  const name = kind === 'text' ? 'Nội dung' : 'Chú thích ảnh, phim'
  const limit = limits.texts[kind === 'text' ? 'text' : 'caption']
  const over = overBy(text, limit)
  if (over > 0)
    return [
      problem(
        'text-too-long',
        `${name} trên Telegram dài hơn mức cho phép ${over} ký tự (tối đa ${limit.max}); hãy viết ngắn lại.`,
      ),
    ]
  if (countText(html, 'byte') > RAW_BYTES)
    return [problem('markup-too-long', `${name} có quá nhiều định dạng; hãy bớt thẻ in đậm, liên kết.`)]
  return []
}

function inspectMedia(media: DraftMedia): Problem[] {
  const isVideo = media.role === 'video'
  const limit = limits.media[isVideo ? 'video' : 'photo']
  const types: readonly string[] = limit.mimeTypes
  const found: Problem[] = []
  if (!types.includes(media.mimeType))
    found.push(problem('media-type', `Telegram không nhận tệp kiểu ${media.mimeType}; hãy dùng ${types.join(', ')}.`))
  if (media.bytes > limit.maxBytes)
    found.push(
      problem(
        'media-too-large',
        `Tệp nặng ${megabytes(media.bytes)} MB, quá mức ${megabytes(limit.maxBytes)} MB của Telegram; hãy dùng bản nhẹ hơn.`,
      ),
    )
  if (!isVideo && isMisshapen(media))
    found.push(
      problem(
        'photo-shape',
        `Ảnh quá dài hoặc quá lớn cho Telegram (hai cạnh cộng lại tối đa ${PHOTO_SIDES}, tỷ lệ tối đa ${PHOTO_RATIO}); hãy cắt lại ảnh.`,
      ),
    )
  return found
}

function isMisshapen({ width, height }: DraftMedia): boolean {
  if (!width || !height) return false
  return width + height > PHOTO_SIDES || Math.max(width / height, height / width) > PHOTO_RATIO
}

function megabytes(bytes: number): string {
  return (bytes / 1024 / 1024).toLocaleString('vi-VN', { maximumFractionDigits: 1 })
}

function problem(code: string, message: string): Problem {
  return { code, message }
}
