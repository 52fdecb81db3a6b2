import type { Field } from 'payload'
import { channels } from '@/channels/registry'
import { withDuty } from '@/access'
import { label, options } from '../fields/label'
import { organizationField } from '../fields/organization'

const never = { create: () => false, update: () => false }
const hidden = { ...never, read: () => false }

export const channelStates = {
  connected: 'Đã kết nối',
  attention: 'Cần kết nối lại',
  paused: 'Tạm dừng',
  off: 'Chưa kết nối',
} as const

const platformLabels = Object.fromEntries(channels.map((channel) => [channel.platform, channel.label]))

const platformsWithLegalNote = channels.filter(({ needsLegalNote }) => needsLegalNote).map(({ platform }) => platform)

export const fields: Field[] = [
  {
    name: 'panel',
    type: 'ui',
    admin: {
      components: { Field: { path: '@/admin/channel-panel#ChannelPanel', clientProps: { platformsWithLegalNote } } },
    },
  },
  { name: 'name', type: 'text', required: true, label: label('Tên kênh', 'Name') },
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
    name: 'externalId',
    type: 'text',
    required: true,
    index: true,
    label: label('Mã trang, tài khoản trên nền tảng', 'External id'),
  },
  { name: 'url', type: 'text', label: label('Địa chỉ', 'Address') },
  {
    name: 'credentials',
    type: 'json',
    virtual: true,
    access: { read: () => false, create: withDuty('connect') as never, update: withDuty('connect') as never },
    label: label('Thông tin kết nối (chỉ ghi, không đọc lại)', 'Credentials (write-only)'),
    admin: {
      description: label(
        'Được mã hóa ngay khi lưu và không bao giờ hiện lại.',
        'Encrypted on save, never shown again.',
      ),
    },
  },
  { name: 'secret', type: 'text', access: hidden, hidden: true },
  { name: 'secretExpiresAt', type: 'date', access: never, admin: { hidden: true } },
  { name: 'renewLease', type: 'text', access: hidden, hidden: true },
  { name: 'renewLeaseUntil', type: 'date', access: hidden, hidden: true },
  {
    name: 'state',
    type: 'select',
    defaultValue: 'off',
    index: true,
    access: never,
    options: options(channelStates),
    admin: { readOnly: true, position: 'sidebar' },
    label: label('Tình trạng', 'State'),
  },
  {
    name: 'problem',
    type: 'text',
    access: never,
    admin: { readOnly: true, position: 'sidebar' },
    label: label('Vấn đề', 'Problem'),
  },
  {
    name: 'checkedAt',
    type: 'date',
    index: true,
    access: never,
    admin: { readOnly: true, position: 'sidebar' },
    label: label('Kiểm tra lúc', 'Checked at'),
  },
  {
    name: 'identity',
    type: 'text',
    access: never,
    admin: { readOnly: true },
    label: label('Tên trên nền tảng', 'Identity'),
  },
  { name: 'notBefore', type: 'date', access: never, admin: { hidden: true } },
  { name: 'signature', type: 'text', label: label('Dòng ký tên cuối bài', 'Signature') },
  {
    name: 'legalNoteAcceptedBy',
    type: 'relationship',
    relationTo: 'users',
    access: never,
    admin: { readOnly: true },
    label: label('Người xác nhận lưu ý pháp lý', 'Legal note accepted by'),
  },
]
