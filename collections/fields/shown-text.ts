import type { Payload, RichTextFieldValidation } from 'payload'
import { richText } from 'payload/shared'
import { childrenOf, type Node } from '@/engine/desk/item/tree'

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

/** Refuses what would be lost on its way to every channel without a word. Media are asked for outside the request's transaction, as captions are. */
export const isShownText: RichTextFieldValidation = async (value, options) => {
  const root = (value as { root?: Node } | null | undefined)?.root
  const nodes = root ? nodesOf(root) : []
  if (nodes.some(({ type }) => !shown.has(type))) return UNSHOWN
  const answer = await richText(value, options)
  if (answer !== true) return answer
  for (const node of nodes.filter(({ type }) => type === 'upload'))
    if (!(await isPicture(options.req.payload, idOf(node)))) return NO_PICTURE
  return true
}

function nodesOf(node: Node): Node[] {
  return [node, ...childrenOf(node).flatMap(nodesOf)]
}

function idOf({ value }: Node): string {
  return String((value as { id?: string } | null)?.id ?? value)
}

async function isPicture(payload: Payload, id: string): Promise<boolean> {
  const select = { mimeType: true } as const
  const medium = await payload.findByID({ collection: 'media', id, depth: 0, disableErrors: true, select })
  return Boolean(medium?.mimeType?.startsWith('image/'))
}
