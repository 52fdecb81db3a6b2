/** What a person wants to be told by mail. Inside the admin everybody is told what is their duty. */
import type { Field } from 'payload'
import { kindFacts, kinds } from '@/engine/notify/kinds'
import { label } from '../fields/label'

export const noticeFields: Field[] = [
  {
    name: 'mutedKinds',
    type: 'select',
    hasMany: true,
    options: kinds.map((value) => ({ value, label: label(kindFacts[value].vi, kindFacts[value].en) })),
    label: label('Không gửi thư cho tôi về', 'No mail about'),
    admin: {
      description: label(
        'Thông báo trong trang quản trị vẫn hiện. Bỏ trống: nhận thư về mọi việc thuộc phần việc của bạn.',
        'Notifications in the admin stay. Empty: mail about everything that is your duty.',
      ),
    },
  },
  {
    name: 'mailPace',
    type: 'select',
    defaultValue: 'soon',
    options: [
      { value: 'soon', label: label('Ngay khi có việc', 'As things happen') },
      { value: 'daily', label: label('Mỗi sáng một thư tổng hợp (07:00)', 'One mail every morning (07:00)') },
    ],
    label: label('Nhịp gửi thư', 'Pace of mails'),
  },
]
