import type { Field } from 'payload'
import { label } from '../fields/label'

const never = { create: () => false, update: () => false }

const isCorrection = (data: { correction?: { ofId?: string | null } }) => Boolean(data.correction?.ofId)

/** What the law wants a correction to say. Shown only in an article that was drafted as one; what it corrects is not typed. */
export const correctionField: Field = {
  name: 'correction',
  type: 'group',
  label: label('Cải chính', 'Correction'),
  admin: {
    condition: (data) => isCorrection(data),
    description: label(
      'Bốn nội dung bắt buộc của tin cải chính: tiêu đề “Thông tin cải chính, xin lỗi” (hệ thống tự thêm), tác phẩm, thông tin sai, thông tin đúng. Lời xin lỗi viết ở phần Nội dung chi tiết.',
      'What every correction has to say; the title is added by itself, the apology goes into the body.',
    ),
  },
  fields: [
    { name: 'ofKind', type: 'text', access: never, admin: { hidden: true } },
    { name: 'ofId', type: 'text', index: true, access: never, admin: { hidden: true } },
    { name: 'work', type: 'text', maxLength: 250, label: label('Tên tác phẩm đã đăng', 'Work') },
    { name: 'column', type: 'text', maxLength: 100, label: label('Chuyên mục', 'Column') },
    { name: 'publishedOn', type: 'text', maxLength: 60, label: label('Ngày đăng (số báo, nếu có)', 'Published on') },
    { name: 'wrongText', type: 'textarea', maxLength: 2000, label: label('Thông tin sai đã đăng', 'What was wrong') },
    { name: 'correctedText', type: 'textarea', maxLength: 2000, label: label('Thông tin đúng', 'What is right') },
  ],
}
