import type { Field } from 'payload'
import { label, options } from '../fields/label'
import { organizationField } from '../fields/organization'

const never = { create: () => false, update: () => false }

const states = { pending: 'Đang xử lý', ready: 'Sẵn sàng', failed: 'Lỗi xử lý' }

export const fields: Field[] = [
  {
    name: 'alt',
    type: 'text',
    required: true,
    label: label('Mô tả', 'Alternative text'),
    admin: {
      description: label(
        'Một câu: trong ảnh có gì, cho người không nhìn thấy; với video, phụ đề, PDF: đây là tệp gì.',
        'One sentence: what is in the picture, for those who cannot see it; of a video, captions or a PDF: what it is.',
      ),
    },
    validate: (value: unknown) =>
      (typeof value === 'string' && value.trim().length > 0) ||
      'Hãy viết mô tả (một câu: trong ảnh có gì, hoặc đây là tệp gì).',
  },
  organizationField,
  { name: 'caption', type: 'text', label: label('Chú thích', 'Caption') },
  { name: 'credit', type: 'text', label: label('Nguồn ảnh', 'Credit') },
  { name: 'licence', type: 'text', label: label('Quyền sử dụng', 'Licence') },
  { name: 'consent', type: 'text', label: label('Sự đồng ý của người trong ảnh', 'Consent') },
  {
    name: 'aiUse',
    type: 'select',
    defaultValue: 'none',
    options: options({ none: 'Không dùng AI', assisted: 'Có hỗ trợ của AI', generated: 'Nội dung do AI tạo' }),
    label: label('Sử dụng AI', 'Use of AI'),
  },
  { name: 'sha256', type: 'text', index: true, access: never, admin: { hidden: true } },
  { name: 'storedFile', type: 'text', access: never, admin: { hidden: true } },
  {
    name: 'duration',
    type: 'number',
    access: never,
    admin: { readOnly: true, condition: (data) => Boolean(data.duration) },
    label: label('Thời lượng (giây)', 'Duration (s)'),
  },
  { name: 'renditions', type: 'json', access: never, admin: { hidden: true } },
  {
    name: 'renditionState',
    type: 'select',
    index: true,
    access: never,
    defaultValue: 'pending',
    options: options(states),
    admin: { readOnly: true, position: 'sidebar' },
    label: label('Bản cho các kênh', 'Renditions'),
  },
  {
    name: 'renditionProblem',
    type: 'text',
    access: never,
    admin: { readOnly: true, condition: (data) => Boolean(data.renditionProblem) },
    label: label('Lỗi', 'Problem'),
  },
]
