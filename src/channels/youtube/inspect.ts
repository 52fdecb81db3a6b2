import { countText, overBy, type Draft, type DraftMedia, type Problem } from '../contract'
import { limits, tagLength } from './limits'
import type { YoutubePost } from './options'

export function inspect({ post, media }: Draft<YoutubePost>): Problem[] {
  return [
    ...inspectVideo(media[0]),
    ...inspectTitle(post.title),
    ...inspectDescription(post.description),
    ...inspectTags(post.tags),
  ]
}

function inspectVideo(video: DraftMedia | undefined): Problem[] {
  if (!video)
    return [
      { code: 'video-missing', message: 'YouTube chỉ nhận nội dung có video; hãy thêm video hoặc bỏ kênh YouTube.' },
    ]
  const { maxBytes, mimeTypes } = limits.media.video
  if (!mimeTypes.some((type) => type === video.mimeType)) {
    return [
      { code: 'video-type', message: `Tệp kiểu ${video.mimeType} không đăng được lên YouTube; hãy dùng video MP4.` },
    ]
  }
  if (video.bytes > maxBytes)
    return [{ code: 'video-too-large', message: 'Video nặng quá 256 GB mà YouTube nhận; hãy nén lại video.' }]
  return []
}

function inspectTitle(title: string): Problem[] {
  if (title === '')
    return [{ code: 'title-empty', message: 'Video YouTube chưa có tiêu đề; hãy viết tiêu đề cho bản YouTube.' }]
  const over = overBy(title, limits.texts.title)
  const tooLong = {
    code: 'title-too-long',
    message: `Tiêu đề YouTube dài quá ${over} ký tự (tối đa 100); hãy rút ngắn.`,
  }
  return [...(over > 0 ? [tooLong] : []), ...inspectBrackets(title, { code: 'title-brackets', place: 'Tiêu đề' })]
}

function inspectDescription(description: string): Problem[] {
  const over = overBy(description, limits.texts.description)
  const bytes = countText(description, 'byte')
  const message = `Mô tả YouTube nặng ${bytes} byte, quá ${over} byte (tối đa 5.000; một chữ có dấu chiếm 2-3 byte); hãy rút ngắn.`
  const tooLong = over > 0 ? [{ code: 'description-too-long', message }] : []
  return [...tooLong, ...inspectBrackets(description, { code: 'description-brackets', place: 'Mô tả' })]
}

function inspectBrackets(text: string, { code, place }: { code: string; place: string }): Problem[] {
  if (!/[<>]/.test(text)) return []
  return [{ code, message: `${place} YouTube có dấu “<” hoặc “>” mà YouTube không nhận; hãy bỏ hai dấu đó.` }]
}

function inspectTags(tags: readonly string[]): Problem[] {
  const over = tagLength(tags) - limits.texts.tags.max
  if (over <= 0) return []
  return [
    {
      code: 'tags-too-long',
      message: `Các thẻ tìm kiếm YouTube dài quá ${over} ký tự (tối đa 500 cho tất cả); hãy bỏ bớt thẻ.`,
    },
  ]
}
