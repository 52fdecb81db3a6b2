/** What every installation starts with: the audiences of the plans and the seven national topics (domain.md A). */
import type { CollectionSlug, Payload } from 'payload'

const audiences = [
  {
    slug: 'elderly',
    name: 'Người cao tuổi',
    toneGuide:
      'Gọi bác, ông bà, bà con; mỗi câu một ý; nói việc cần làm ngay; không dùng tiếng nước ngoài; không làm người đọc xấu hổ.',
  },
  {
    slug: 'youth',
    name: 'Thanh thiếu niên',
    toneGuide: 'Xưng bạn; ngắn; kể chuyện trước; hậu quả trong đời sống của bạn ấy; không lên lớp.',
  },
  {
    slug: 'officials',
    name: 'Cán bộ, công chức, viên chức',
    toneGuide: 'Trang trọng: quy định, bước làm, người chịu trách nhiệm, thời hạn; dẫn căn cứ pháp lý.',
  },
  { slug: 'everyone', name: 'Mọi người dân', toneGuide: 'Rõ ràng, gần gũi.' },
]

const topics = [
  { slug: 'ky-nang-co-ban', name: 'Kỹ năng cơ bản và thiết bị thông minh' },
  { slug: 'bao-ve-theo-cap-do', name: 'Bảo đảm an toàn hệ thống theo cấp độ' },
  { slug: 'chinh-quyen-so', name: 'Chính quyền số, đô thị thông minh, giao dịch điện tử' },
  { slug: 'san-pham-trong-nuoc', name: 'Sản phẩm, dịch vụ trong nước' },
  { slug: 'du-lieu-ca-nhan', name: 'Dữ liệu cá nhân, thư rác, mã độc' },
  { slug: 'phap-luat', name: 'Chính sách, pháp luật' },
  { slug: 'canh-bao', name: 'Cảnh báo, nguy cơ, xu hướng' },
].map((topic, index) => ({ ...topic, nationalCode: String(index + 1) }))

/** Only into an empty list: what an administrator changed or removed later stays as it is. */
export async function fillVocabulary(payload: Payload): Promise<void> {
  await fill(payload, 'audiences', audiences)
  await fill(payload, 'topics', topics)
}

async function fill(payload: Payload, collection: CollectionSlug, rows: readonly object[]): Promise<void> {
  const { totalDocs } = await payload.count({ collection, where: { id: { exists: true } } })
  if (totalDocs > 0) return
  for (const [order, row] of rows.entries()) {
    await payload.create({ collection, data: { ...row, order } as never, depth: 0 })
  }
}
