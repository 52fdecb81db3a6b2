import { overBy, type Draft, type DraftMedia, type MediaLimit, type Problem, type TextLimit } from '../contract'
import { siteLimits } from './limits'
import type { SitePost } from './post'

export function inspectPage(draft: Draft<SitePost>): Problem[] {
  return [...inspectWords(draft), ...inspectKind(draft), ...draft.media.flatMap(inspectMedium)]
}

function inspectWords({ title, text, post }: Draft<SitePost>): Problem[] {
  const { texts } = siteLimits
  return [
    ...(title.trim() === '' ? [problem('title-missing', 'Chưa có tiêu đề; hãy nhập tiêu đề cho trang.')] : []),
    ...(post.audiences.length === 0
      ? [problem('audience-missing', 'Chưa chọn đối tượng; hãy chọn ít nhất một đối tượng để bài hiện ở đúng lối vào.')]
      : []),
    ...inspectLength(title, { code: 'title-too-long', label: 'Tiêu đề', limit: texts.title }),
    ...inspectLength(post.lead, { code: 'lead-too-long', label: 'Sapo', limit: texts.lead }),
    ...inspectLength(text, { code: 'text-too-long', label: 'Nội dung', limit: texts.text }),
  ]
}

function inspectLength(
  text: string,
  { code, label, limit }: { code: string; label: string; limit: TextLimit },
): Problem[] {
  const over = overBy(text, limit)
  if (over === 0) return []
  return [problem(code, `${label} dài quá ${over} ký tự (tối đa ${limit.max} ký tự); hãy rút gọn.`)]
}

/** What each kind must hold so that a person without pictures or sound misses nothing. */
function inspectKind({ post, media }: Draft<SitePost>): Problem[] {
  const has = (role: DraftMedia['role']) => media.some((medium) => medium.role === role)
  if (post.kind === 'clips' && !has('video'))
    return [problem('video-missing', 'Chưa có tệp video; hãy tải lên video MP4.')]
  if (post.kind === 'infographics' && !has('page'))
    return [problem('page-missing', 'Chưa có trang đồ họa nào; hãy tải lên ít nhất một ảnh.')]
  if (post.body.length > 0) return []
  const messages: Record<SitePost['kind'], string> = {
    articles: 'Bài viết chưa có nội dung; hãy viết nội dung chi tiết.',
    clips: 'Video chưa có bản chép lời; hãy nhập để người khiếm thính đọc được.',
    infographics: 'Đồ họa chưa có nội dung dạng chữ; hãy nhập để người khiếm thị nghe được.',
    handbooks: 'Cẩm nang chưa có chương nào; hãy viết ít nhất một chương.',
  }
  return [problem('body-missing', messages[post.kind])]
}

function inspectMedium(medium: DraftMedia): Problem[] {
  const limit = limitOf(medium)
  const isPicture = limit === siteLimits.media.picture
  const accepted: readonly string[] = limit.mimeTypes
  return [
    ...(isPicture && medium.alt.trim() === ''
      ? [problem('alt-missing', 'Có ảnh chưa có mô tả; hãy nhập mô tả ảnh cho người khiếm thị.')]
      : []),
    ...(accepted.includes(medium.mimeType)
      ? []
      : [
          problem(
            'media-type',
            `Trang không hiển thị được tệp loại ${medium.mimeType}; hãy dùng ${accepted.join(', ')}.`,
          ),
        ]),
    ...(medium.bytes <= limit.maxBytes ? [] : [problem('media-too-large', tooLarge(medium, limit))]),
  ]
}

function limitOf({ role }: DraftMedia): MediaLimit {
  if (role === 'video' || role === 'document' || role === 'captions') return siteLimits.media[role]
  return siteLimits.media.picture
}

function tooLarge(medium: DraftMedia, { maxBytes }: MediaLimit): string {
  const megabytes = (bytes: number) => (bytes / 1024 / 1024).toLocaleString('vi-VN', { maximumFractionDigits: 1 })
  const over = (medium.bytes - maxBytes).toLocaleString('vi-VN')
  return `Tệp nặng ${megabytes(medium.bytes)} MB, quá ${over} byte (tối đa ${megabytes(maxBytes)} MB); hãy nén lại.`
}

function problem(code: string, message: string): Problem {
  return { code, message }
}
