/** Everything that is known to be wrong before anything is sent, counted as YouTube counts. */
import { countText, overBy, type Draft, type Problem } from '../../contract'
import { limits, tagLength } from '../limits'
import type { YoutubePost } from '../options'
import { inspectCaptions, inspectThumbnail, inspectVideo } from './media'

export function inspect({ post, media }: Draft<YoutubePost>): Problem[] {
  const find = (wanted: string | null) => media.find(({ id }) => id === wanted)
  return [
    ...inspectVideo(find(post.video)),
    ...inspectTitle(post.title),
    ...inspectDescription(post.description),
    ...inspectTags(post.tags),
    ...inspectHour(post),
    ...inspectPlaylist(post.playlistId),
    ...inspectThumbnail(find(post.thumbnail)),
    ...inspectCaptions(post.captions.flatMap((id) => find(id) ?? [])),
  ]
}

function inspectTitle(title: string): Problem[] {
  if (title === '')
    return [{ code: 'title-empty', message: 'Video YouTube chưa có tiêu đề; hãy viết tiêu đề cho bản YouTube.' }]
  const over = overBy(title, limits.texts.title)
  const message = `Tiêu đề YouTube dài quá ${over} ký tự (tối đa 100); hãy rút ngắn.`
  const tooLong = over > 0 ? [{ code: 'title-too-long', message }] : []
  return [...tooLong, ...inspectBrackets(title, { code: 'title-brackets', place: 'Tiêu đề' })]
}

function inspectDescription(description: string): Problem[] {
  const over = overBy(description, limits.texts.description)
  const bytes = countText(description, 'byte')
  const message = `Mô tả YouTube nặng ${bytes} byte, quá ${over} byte (tối đa 5.000; một chữ có dấu chiếm 2-3 byte); hãy rút ngắn.`
  const tooLong = over > 0 ? [{ code: 'description-too-long', message }] : []
  return [...tooLong, ...inspectBrackets(description, { code: 'description-brackets', place: 'Mô tả' })]
}

function inspectBrackets(text: string, { code, place }: { code: string; place: string }): Problem[] {
  const found = text.match(/[<>]/g)?.length ?? 0
  if (found === 0) return []
  return [{ code, message: `${place} YouTube có ${found} dấu “<” hoặc “>” mà YouTube không nhận; hãy bỏ đi.` }]
}

function inspectTags(tags: readonly string[]): Problem[] {
  const over = tagLength(tags) - limits.texts.tags.max
  if (over <= 0) return []
  const message = `Các thẻ tìm kiếm YouTube dài quá ${over} ký tự (tối đa 500 cho tất cả, kể cả dấu phẩy, thẻ nhiều từ tính thêm 2); hãy bỏ bớt thẻ.`
  return [{ code: 'tags-too-long', message }]
}

/** Whether the hour is still to come is seen when it is sent: an hour in the past means at once. */
function inspectHour({ publishAt, privacy }: YoutubePost): Problem[] {
  if (publishAt === null) return []
  if (Number.isNaN(Date.parse(publishAt)))
    return [
      {
        code: 'publish-at-unreadable',
        message: `Giờ tự công khai “${publishAt}” không đọc được; hãy viết như 2026-12-01 08:00.`,
      },
    ]
  if (privacy === 'private') return []
  return [
    {
      code: 'publish-at-not-private',
      message: 'Giờ tự công khai chỉ dùng được với chế độ “Riêng tư”; hãy đổi chế độ hoặc xóa giờ.',
    },
  ]
}

function inspectPlaylist(playlist: string | null): Problem[] {
  if (playlist === null || /^[\w-]{2,64}$/.test(playlist)) return []
  return [
    {
      code: 'playlist-unreadable',
      message: `“${playlist}” không phải mã danh sách phát; hãy chép phần sau “list=” trong địa chỉ của danh sách.`,
    },
  ]
}
