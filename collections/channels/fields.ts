import type { Field } from 'payload'
import { channels } from '@/channels/registry'
import { withDuty } from '@/access'
import { label, options } from '../fields/label'
import { organizationField } from '../fields/organization'
import { connectionFields, never } from './connection-fields'
import { pastedFields } from './pasted'

const platformLabels = Object.fromEntries(channels.map((channel) => [channel.platform, channel.label]))

/** Only the engine writes them; saving the form leaves them as they are in the database at that moment. */
export const engineFields: readonly string[] = [...connectionFields.map(nameOf), 'notBefore', 'legalNoteAcceptedBy']

const platformsWithLegalNote = channels.filter(({ needsLegalNote }) => needsLegalNote).map(({ platform }) => platform)
const platformsWithProbe = channels.filter(({ probe }) => probe).map(({ platform }) => platform)
const platformsWithSignIn = channels.filter(({ connect }) => connect).map(({ platform }) => platform)
const clientProps = { platformsWithLegalNote, platformsWithProbe, platformsWithSignIn, pastedFields }

export const fields: Field[] = [
  {
    name: 'panel',
    type: 'ui',
    admin: { components: { Field: { path: '@/admin/channel/panel#ChannelPanel', clientProps } } },
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
  ...connectionFields,
  { name: 'notBefore', type: 'date', index: true, access: never, admin: { hidden: true } },
  { name: 'signature', type: 'text', label: label('Dòng ký tên cuối bài', 'Signature') },
  {
    name: 'pacingSeconds',
    type: 'number',
    min: 0,
    max: 86_400,
    label: label('Giãn cách ít nhất giữa hai bài (giây)', 'Least time between two posts (s)'),
    admin: {
      description: label(
        'Để trống: theo khuyến nghị cho nền tảng này.',
        'Left empty: what is advised for the platform.',
      ),
    },
  },
  {
    name: 'legalNoteAcceptedBy',
    type: 'relationship',
    relationTo: 'users',
    access: never,
    admin: { readOnly: true },
    label: label('Người xác nhận lưu ý pháp lý', 'Legal note accepted by'),
  },
]

function nameOf(field: Field): string {
  return 'name' in field ? field.name : ''
}
