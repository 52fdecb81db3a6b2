import type { RichTextFieldValidation } from 'payload'
import { richText } from 'payload/shared'
import { mediumOf, type Node, nodesOf } from '@/engine/desk/item/tree'
import { mimeTypeOf } from '../media/mime-type'

/** What every channel can say in its own way; the editor offers nothing else, and opens nothing else. */
const shown: ReadonlySet<string | undefined> = new Set([
  'root',
  'paragraph',
  'text',
  'linebreak',
  'tab',
  'heading',
  'quote',
  'list',
  'listitem',
  'link',
  'autolink',
  'upload',
])

const UNSHOWN =
  'Bài có phần mà không kênh nào hiển thị được (đường kẻ ngang, khối liên kết nội dung …); hãy bỏ phần đó rồi lưu lại.'
const NO_PICTURE =
  'Giữa các đoạn chỉ đặt được ảnh trong kho tư liệu: video và tệp PDF ở đây không lên kênh nào; hãy bỏ ra khỏi bài và đăng bằng mục Video hoặc Cẩm nang.'

/** Refuses what would be lost on its way to every channel without a word. */
export const isShownText: RichTextFieldValidation = async (value, options) => {
  const root = (value as { root?: Node } | null | undefined)?.root
  const nodes = root ? nodesOf(root) : []
  if (nodes.some(({ type }) => !shown.has(type))) return UNSHOWN
  const answer = await richText(value, options)
  if (answer !== true) return answer
  const { payload } = options.req
  for (const node of nodes.filter(({ type }) => type === 'upload'))
    if (!(await mimeTypeOf({ payload }, mediumOf(node)))?.startsWith('image/')) return NO_PICTURE
  return true
}
