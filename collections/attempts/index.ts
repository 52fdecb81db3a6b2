import type { CollectionConfig } from 'payload'
import { nobody, withDuty } from '@/access'
import { label, labels } from '../fields/label'
import { organizationField } from '../fields/organization'
import { updatedAt } from '../fields/timestamps'

/** One try to send a publication, step by step; the step that arms an irreversible request is durable before it leaves. */
export const attempts: CollectionConfig = {
  slug: 'attempts',
  labels: labels('Lần gửi', 'Attempts'),
  admin: { group: label('Giám sát', 'Oversight'), defaultColumns: ['publication', 'number', 'outcome', 'startedAt'] },
  access: { read: withDuty('audit'), create: nobody, update: nobody, delete: nobody },
  indexes: [{ fields: ['publication', 'number'], unique: true }],
  fields: [
    {
      name: 'publication',
      type: 'relationship',
      relationTo: 'publications',
      required: true,
      label: label('Bài đăng', 'Publication'),
    },
    organizationField,
    { name: 'number', type: 'number', required: true, label: label('Lần', 'Number') },
    { name: 'startedAt', type: 'date', required: true, label: label('Bắt đầu', 'Started at') },
    { name: 'endedAt', type: 'date', label: label('Kết thúc', 'Ended at') },
    { name: 'outcome', type: 'text', label: label('Kết quả', 'Outcome') },
    { name: 'steps', type: 'json', access: { read: () => false } },
    { name: 'fingerprint', type: 'text' },
    { name: 'worker', type: 'text', label: label('Tiến trình', 'Worker') },
    { name: 'httpStatus', type: 'number', label: label('Mã HTTP', 'HTTP status') },
    { name: 'answer', type: 'text', label: label('Trả lời của nền tảng', 'Answer') },
    updatedAt,
  ],
}
