import type { Field } from 'payload'
import { channels } from '@/channels/registry'
import { withDuty } from '@/access'
import { label, options } from '../fields/label'
import { organizationField } from '../fields/organization'

const platformLabels = Object.fromEntries(channels.map((channel) => [channel.platform, channel.label]))

const never = { create: () => false, update: () => false }

export const fields: Field[] = [
  {
    name: 'platform',
    type: 'select',
    required: true,
    index: true,
    options: options(platformLabels),
    label: label('Nền tảng', 'Platform'),
  },
  organizationField,
  {
    name: 'keys',
    type: 'json',
    virtual: true,
    access: { read: () => false, create: withDuty('connect') as never, update: withDuty('connect') as never },
    label: label('Khóa (chỉ ghi, không đọc lại)', 'Keys (write-only)'),
    admin: {
      description: label(
        'Được mã hóa ngay khi lưu và không bao giờ hiện lại. Tên các khóa: xem trang Kết nối kênh.',
        'Encrypted on save, never shown again. Their names: see the page Connect a channel.',
      ),
    },
  },
  { name: 'secret', type: 'text', access: { ...never, read: () => false }, hidden: true },
  {
    name: 'keysGivenAt',
    type: 'date',
    access: never,
    admin: { readOnly: true, components: { Cell: '@/admin/cells#HourCell' } },
    label: label('Nhập khóa lúc', 'Keys given at'),
  },
]
