import type { Payload } from 'payload'
import { ensure } from '../ensure'
import { topicNames } from '../sample'

export type Vocabulary = { audiences: Readonly<Record<string, string>>; topics: Readonly<Record<string, string>> }

const audiences = {
  elderly: {
    name: 'Người cao tuổi',
    toneGuide:
      'Gọi bác, ông bà, bà con; mỗi câu một ý; nói việc cần làm ngay; không dùng tiếng nước ngoài; không làm người đọc xấu hổ.',
  },
  youth: {
    name: 'Thanh thiếu niên',
    toneGuide: 'Xưng bạn; ngắn; kể chuyện trước; hậu quả trong đời sống của bạn ấy; không lên lớp.',
  },
  officials: {
    name: 'Cán bộ, công chức, viên chức',
    toneGuide: 'Trang trọng: quy định, bước làm, người chịu trách nhiệm, thời hạn; dẫn căn cứ pháp lý.',
  },
  everyone: { name: 'Mọi người dân', toneGuide: 'Rõ ràng, gần gũi.' },
}

export async function seedVocabulary(payload: Payload): Promise<Vocabulary> {
  const made = { audiences: {} as Record<string, string>, topics: {} as Record<string, string> }
  for (const [order, [slug, data]] of Object.entries(audiences).entries()) {
    made.audiences[slug] = await ensure(payload, 'audiences', {
      where: { slug: { equals: slug } },
      data: { ...data, slug, order },
    })
  }
  for (const [order, [slug, name]] of Object.entries(topicNames).entries()) {
    made.topics[slug] = await ensure(payload, 'topics', {
      where: { slug: { equals: slug } },
      data: { name, slug, order, nationalCode: String(order + 1) },
    })
  }
  return made
}
