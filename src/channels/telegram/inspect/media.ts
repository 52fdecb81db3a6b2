/** Number, kind, weight and shape of what a message shows. */
import type { Draft, DraftMedia, MediaLimit, Problem } from '../../contract'
import { ALBUM, limits, PHOTO_RATIO, PHOTO_SIDES } from '../limits'
import type { MessagePart } from '../options'
import { megabytes, problem } from './problem'

type Kind = MessagePart['kind']

const missing: Readonly<Record<Exclude<Kind, 'text'>, string>> = {
  photo: 'Bài chưa có ảnh nào để đăng Telegram; hãy thêm ảnh hoặc chọn cách trình bày khác.',
  video: 'Bài chưa có phim để đăng Telegram; hãy thêm phim hoặc chọn cách trình bày khác.',
  document: 'Bài chưa có tệp PDF để đăng Telegram; hãy thêm tệp hoặc chọn cách trình bày khác.',
  album: 'Bài chưa có ảnh nào cho album Telegram; hãy thêm ảnh hoặc chọn cách trình bày khác.',
}

export function inspectMedia({ kind, media: ids }: MessagePart, { media }: Pick<Draft, 'media'>): Problem[] {
  if (kind === 'text') return []
  const shown = ids.flatMap((id) => media.filter((medium) => medium.id === id && medium.role !== 'poster').slice(0, 1))
  if (shown.length === 0) return [problem('media-missing', missing[kind])]
  return [...(kind === 'album' ? inspectAlbum(shown) : []), ...shown.flatMap(inspectMedium)]
}

function inspectAlbum(media: readonly DraftMedia[]): Problem[] {
  const { length } = media
  const isMixed = media.some(({ role }) => role === 'document') && media.some(({ role }) => role !== 'document')
  return [
    ...(length < ALBUM.least
      ? [
          problem(
            'album-too-small',
            `Album Telegram có ${length} ảnh, cần ít nhất ${ALBUM.least}; hãy thêm ảnh hoặc chọn “Một ảnh”.`,
          ),
        ]
      : []),
    ...(length > ALBUM.most
      ? [
          problem(
            'album-too-large',
            `Album Telegram có ${length} ảnh, phim, nhiều hơn mức ${ALBUM.most} là ${length - ALBUM.most}; hãy bớt ${length - ALBUM.most}.`,
          ),
        ]
      : []),
    ...(isMixed
      ? [problem('album-mixed', 'Album Telegram không trộn tệp PDF với ảnh, phim; hãy bỏ bớt một loại.')]
      : []),
  ]
}

function inspectMedium(medium: DraftMedia): Problem[] {
  const { limit, name } = limitOf(medium)
  const over = medium.bytes - limit.maxBytes
  return [
    ...(limit.mimeTypes.includes(medium.mimeType)
      ? []
      : [
          problem(
            'media-type',
            `Telegram không nhận ${name} kiểu ${medium.mimeType}; hãy dùng ${limit.mimeTypes.join(', ')}.`,
          ),
        ]),
    ...(over > 0
      ? [
          problem(
            'media-too-large',
            `Tệp ${name} nặng ${megabytes(medium.bytes)} MB, quá mức ${megabytes(limit.maxBytes)} MB của Telegram ${megabytes(over)} MB; hãy dùng bản nhẹ hơn.`,
          ),
        ]
      : []),
    ...(limit === limits.media.photo ? inspectShape(medium) : []),
  ]
}

function limitOf({ role }: DraftMedia): { limit: MediaLimit; name: string } {
  if (role === 'video') return { limit: limits.media.video, name: 'phim' }
  return role === 'document'
    ? { limit: limits.media.document, name: 'tài liệu' }
    : { limit: limits.media.photo, name: 'ảnh' }
}

function inspectShape({ width, height }: DraftMedia): Problem[] {
  if (!width || !height) return []
  const over = width + height - PHOTO_SIDES
  const ratio = Math.max(width / height, height / width)
  return [
    ...(over > 0
      ? [
          problem(
            'photo-too-wide',
            `Ảnh quá lớn cho Telegram: hai cạnh cộng lại thừa ${over} điểm ảnh (tối đa ${PHOTO_SIDES}); hãy thu nhỏ ảnh.`,
          ),
        ]
      : []),
    ...(ratio > PHOTO_RATIO
      ? [
          problem(
            'photo-too-long',
            `Ảnh quá dài cho Telegram: cạnh dài gấp ${ratio.toLocaleString('vi-VN', { maximumFractionDigits: 1 })} lần cạnh ngắn (tối đa ${PHOTO_RATIO}); hãy cắt lại ảnh.`,
          ),
        ]
      : []),
  ]
}
