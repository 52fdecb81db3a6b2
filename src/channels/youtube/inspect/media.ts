import type { DraftMedia, Problem } from '../../contract'
import { limits, LONGEST_SECONDS } from '../limits'

export function inspectVideo(video: DraftMedia | undefined): Problem[] {
  if (!video)
    return [
      { code: 'video-missing', message: 'YouTube chỉ nhận nội dung có video; hãy thêm video hoặc bỏ kênh YouTube.' },
    ]
  const { maxBytes, mimeTypes } = limits.media.video
  if (!takes(mimeTypes, video))
    return [
      { code: 'video-type', message: `Tệp kiểu ${video.mimeType} không đăng được lên YouTube; hãy dùng video MP4.` },
    ]
  if (video.bytes === 0) return [{ code: 'video-empty', message: 'Tệp video rỗng (0 byte); hãy tải lại tệp.' }]
  const over = { code: 'video-too-large', what: 'Video', most: '256 GB mà YouTube nhận; hãy nén lại video' }
  return [...inspectSize(video, { ...over, maxBytes }), ...inspectLength(video)]
}

function inspectLength({ duration }: DraftMedia): Problem[] {
  const over = Math.ceil((duration ?? 0) - LONGEST_SECONDS)
  if (over <= 0) return []
  return [{ code: 'video-too-long', message: `Video dài quá ${over} giây so với 12 giờ mà YouTube nhận; hãy cắt bớt.` }]
}

export function inspectThumbnail(picture: DraftMedia | undefined): Problem[] {
  if (!picture) return []
  const { maxBytes, mimeTypes } = limits.media.thumbnail
  if (!takes(mimeTypes, picture))
    return [
      {
        code: 'thumbnail-type',
        message: `Ảnh bìa kiểu ${picture.mimeType} YouTube không nhận; hãy dùng JPEG hoặc PNG.`,
      },
    ]
  const over = { code: 'thumbnail-too-large', what: 'Ảnh bìa', most: '50 MB mà YouTube nhận; hãy thay ảnh nhẹ hơn' }
  return inspectSize(picture, { ...over, maxBytes })
}

export function inspectCaptions(captions: readonly DraftMedia[]): Problem[] {
  const languages = captions.map(({ language }) => language)
  const twice = languages.find((language, place) => language && languages.indexOf(language) !== place)
  const doubled = {
    code: 'captions-twice',
    message: `Có hai tệp phụ đề cùng ngôn ngữ “${twice}”; mỗi ngôn ngữ chỉ để một tệp.`,
  }
  return [...captions.flatMap(inspectTrack), ...(twice ? [doubled] : [])]
}

function inspectTrack(track: DraftMedia): Problem[] {
  const { maxBytes, mimeTypes } = limits.media.captions
  if (!takes(mimeTypes, track))
    return [
      { code: 'captions-type', message: `Phụ đề kiểu ${track.mimeType} không dùng được; hãy dùng tệp SRT hoặc VTT.` },
    ]
  if (track.bytes === 0) return [{ code: 'captions-empty', message: 'Tệp phụ đề rỗng (0 byte); hãy tải lại tệp.' }]
  const nameless = {
    code: 'captions-language-missing',
    message: 'Tệp phụ đề chưa ghi ngôn ngữ; hãy chọn ngôn ngữ của phụ đề.',
  }
  const over = { code: 'captions-too-large', what: 'Tệp phụ đề', most: '100 MB mà YouTube nhận; hãy kiểm tra lại tệp' }
  return [...inspectSize(track, { ...over, maxBytes }), ...(track.language ? [] : [nameless])]
}

type Over = { code: string; what: string; most: string; maxBytes: number }

function inspectSize({ bytes }: DraftMedia, { code, what, most, maxBytes }: Over): Problem[] {
  const over = bytes - maxBytes
  return over > 0 ? [{ code, message: `${what} nặng quá ${over} byte so với ${most}.` }] : []
}

function takes(mimeTypes: readonly string[], { mimeType }: DraftMedia): boolean {
  return mimeTypes.includes(mimeType)
}
