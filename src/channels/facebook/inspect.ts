import { countText, overBy, type Draft, type DraftMedia, type Problem } from '../contract'
import { limits, MAX_PHOTOS, REEL, VIDEO_SECONDS } from './limits'
import type { FacebookPost, Film } from './options'

export function inspect({ post, media }: Draft<FacebookPost>): Problem[] {
  const { film } = post
  return [
    ...inspectMessage(post.message),
    ...inspectLink(post.link),
    ...(film
      ? inspectFilm(
          film,
          media.find(({ id }) => id === film.media),
        )
      : inspectPhotos(media)),
  ]
}

/** Counted as it will stand there: with the tracked link and the channel's signature. */
function inspectMessage(message: string): Problem[] {
  if (message.trim() === '')
    return [problem('text-empty', 'Bài Facebook chưa có chữ nào; hãy viết nội dung cho bản Facebook.')]
  const { max, unit } = limits.texts.message
  const over = overBy(message, { max, unit })
  if (over === 0) return []
  const length = thousands(countText(message, unit))
  return [
    problem(
      'text-too-long',
      `Bài Facebook dài ${length} ký tự (kể cả đường dẫn và chữ ký), quá ${thousands(over)} ký tự (tối đa ${thousands(max)}); hãy rút ngắn bản Facebook.`,
    ),
  ]
}

function inspectLink(link: string | null): Problem[] {
  if (link === null) return []
  const { protocol, hostname } = URL.canParse(link) ? new URL(link) : { protocol: '', hostname: '' }
  if (protocol !== 'https:' && protocol !== 'http:')
    return [problem('link-form', 'Đường dẫn của bài Facebook phải bắt đầu bằng http:// hoặc https://; hãy sửa lại.')]
  if (!/(^|\.)(facebook\.com|fb\.com|fb\.watch)$/.test(hostname)) return []
  return [problem('link-own', 'Facebook không cho đăng đường dẫn tới chính facebook.com; hãy dùng đường dẫn khác.')]
}

function inspectPhotos(photos: readonly DraftMedia[]): Problem[] {
  const over = photos.length - MAX_PHOTOS
  const tooMany = `Bài Facebook có ${photos.length} ảnh, nhiều nhất là ${MAX_PHOTOS}; hãy bỏ bớt ${over} ảnh.`
  return [...(over > 0 ? [problem('photos-too-many', tooMany)] : []), ...photos.flatMap(inspectPhoto)]
}

function inspectPhoto({ mimeType, bytes }: DraftMedia): Problem[] {
  const { maxBytes, mimeTypes } = limits.media.photo
  const isKnown = mimeTypes.some((type) => type === mimeType)
  const over = thousands(bytes - maxBytes)
  return [
    ...(isKnown
      ? []
      : [problem('photo-type', `Ảnh kiểu ${mimeType} không đăng được lên Facebook; hãy dùng ảnh JPEG hoặc PNG.`)]),
    ...(bytes <= maxBytes
      ? []
      : [
          problem(
            'photo-too-large',
            `Ảnh nặng ${megabytes(bytes)} MB, quá ${over} byte (Facebook nhận tối đa 10 MB); hãy dùng ảnh nhẹ hơn.`,
          ),
        ]),
  ]
}

function inspectFilm({ as }: Film, media: DraftMedia | undefined): Problem[] {
  if (!media)
    return [problem('video-missing', 'Bản Facebook chọn đăng video nhưng nội dung chưa có video; hãy thêm video.')]
  const { maxBytes, mimeTypes } = limits.media[as]
  if (!mimeTypes.some((type) => type === media.mimeType))
    return [problem('video-type', `Tệp kiểu ${media.mimeType} không đăng được lên Facebook; hãy dùng video MP4.`)]
  const over = thousands(media.bytes - maxBytes)
  const tooLarge = `Video nặng ${megabytes(media.bytes)} MB, quá ${over} byte (Facebook nhận tối đa 10 GB); hãy nén lại.`
  return [
    ...(media.bytes > maxBytes ? [problem('video-too-large', tooLarge)] : []),
    ...(as === 'reel' ? [...inspectReelLength(media), ...inspectReelShape(media)] : inspectVideoLength(media)),
  ]
}

function inspectVideoLength({ duration }: DraftMedia): Problem[] {
  const over = Math.ceil((duration ?? 0) - VIDEO_SECONDS)
  if (over <= 0) return []
  return [
    problem(
      'video-too-long',
      `Video dài quá ${thousands(over)} giây (Facebook nhận tối đa 4 giờ); hãy cắt ngắn video.`,
    ),
  ]
}

/** What is not known about a film (an older upload) is left to the platform. */
function inspectReelLength({ duration }: DraftMedia): Problem[] {
  const { from, to } = REEL.seconds
  if (duration === null || (duration >= from && duration <= to)) return []
  const isShort = duration < from
  const off = decimal(isShort ? from - duration : duration - to)
  const wrong = isShort ? `ngắn hơn ${off} giây so với mức ít nhất` : `dài quá ${off} giây so với mức nhiều nhất`
  return [
    problem(
      isShort ? 'reel-too-short' : 'reel-too-long',
      `Thước phim dài ${decimal(duration)} giây, ${wrong} (Facebook nhận ${from}-${to} giây); hãy cắt lại hoặc chọn kiểu Video.`,
    ),
  ]
}

function inspectReelShape({ width, height }: DraftMedia): Problem[] {
  if (width === null || height === null) return []
  const isUpright = Math.abs(width / height - REEL.ratio) <= REEL.tolerance
  const wanted = Math.round(height * REEL.ratio)
  const shape = `Thước phim có khổ ${width} × ${height}, phải là 9:16 (cao ${height} thì rộng ${wanted}, đang lệch ${Math.abs(width - wanted)} điểm ảnh); hãy dựng lại video dọc hoặc chọn kiểu Video.`
  const isSmall = width < REEL.width || height < REEL.height
  const missing = `${Math.max(0, REEL.width - width)} điểm ảnh chiều rộng và ${Math.max(0, REEL.height - height)} chiều cao`
  const size = `Thước phim có khổ ${width} × ${height}, thiếu ${missing} (ít nhất ${REEL.width} × ${REEL.height}); hãy xuất lại video lớn hơn.`
  return [...(isUpright ? [] : [problem('reel-shape', shape)]), ...(isSmall ? [problem('reel-too-small', size)] : [])]
}

function problem(code: string, message: string): Problem {
  return { code, message }
}

function megabytes(bytes: number): string {
  return decimal(bytes / 1_000_000)
}

function decimal(value: number): string {
  return (Number.isInteger(value) ? String(value) : value.toFixed(1)).replace('.', ',')
}

function thousands(value: number): string {
  return String(value).replaceAll(/\B(?=(\d{3})+$)/g, '.')
}
