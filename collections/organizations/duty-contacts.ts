import type { Field } from 'payload'
import { messengers } from '@/channels/messengers'
import { tellingPlatforms } from '@/channels/registry'
import { label, labels, options } from '../fields/label'

const waysToTell = [...messengers, ...tellingPlatforms]

const hints = waysToTell.map(({ label: name, hint }) => `${name}: ${hint}`).join(' ')

/** Who is told of what hurries, at night as well, without opening the admin. */
export const dutyContactsField: Field = {
  name: 'dutyContacts',
  type: 'array',
  maxRows: 5,
  label: label('Người trực', 'Duty officers'),
  labels: labels('Người trực', 'Duty officers'),
  admin: {
    description: label(
      `Nhận tin ngay khi có việc gấp (bài bị giữ, đăng lỗi, chưa rõ kết quả; kênh hoặc tiến trình hỏng). ${hints}`,
      'Told at once of what hurries. They have to write to the sender before.',
    ),
  },
  fields: [
    { name: 'name', type: 'text', required: true, label: label('Họ và tên', 'Name') },
    {
      name: 'messenger',
      type: 'select',
      required: true,
      options: options(Object.fromEntries(waysToTell.map(({ name, label: text }) => [name, text]))),
      label: label('Nhắn qua', 'By'),
    },
    { name: 'address', type: 'text', required: true, label: label('Địa chỉ (mã) ở đó', 'Address there') },
  ],
}
