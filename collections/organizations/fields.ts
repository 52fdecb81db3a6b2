import type { Field } from 'payload'
import { fieldOfSystemAdmin } from '@/access'
import { roleLabels } from '@/access/roles'
import type { latePolicies } from '@/publishing/due'
import { label, labels, options } from '../fields/label'
import { dutyContactsField } from './duty-contacts'

export const latePolicyLabels: Readonly<Record<(typeof latePolicies)[number], string>> = {
  hold: 'Giữ lại chờ người quyết định',
  send: 'Vẫn đăng',
  cancel: 'Hủy',
}

const kinds = {
  'people-committee': 'Ủy ban nhân dân',
  department: 'Sở, ban, ngành',
  police: 'Công an',
  'press-agency': 'Cơ quan báo chí',
  commune: 'Xã, phường',
  school: 'Trường học',
  telecom: 'Doanh nghiệp viễn thông',
  bank: 'Ngân hàng',
  association: 'Hội, đoàn thể',
  enterprise: 'Doanh nghiệp',
  other: 'Khác',
}

const levels = { province: 'Cấp tỉnh', commune: 'Cấp xã', 'historic-district': 'Cấp huyện (trước 01/7/2025)' }

export const fields: Field[] = [
  { name: 'name', type: 'text', required: true, unique: true, label: label('Tên đầy đủ', 'Name') },
  { name: 'shortName', type: 'text', label: label('Tên viết tắt', 'Short name') },
  { name: 'kind', type: 'select', required: true, options: options(kinds), label: label('Loại', 'Kind') },
  { name: 'level', type: 'select', required: true, options: options(levels), label: label('Cấp', 'Level') },
  {
    name: 'parent',
    type: 'relationship',
    relationTo: 'organizations',
    index: true,
    // Plans come down from a parent: choosing one's own would be reading anybody's.
    access: { update: fieldOfSystemAdmin },
    label: label('Cơ quan cấp trên', 'Parent'),
  },
  {
    name: 'ancestors',
    type: 'relationship',
    relationTo: 'organizations',
    hasMany: true,
    access: { create: () => false, update: () => false },
    admin: { hidden: true },
  },
  { name: 'validFrom', type: 'date', label: label('Hoạt động từ', 'Valid from') },
  { name: 'validTo', type: 'date', label: label('Đến', 'Valid to') },
  {
    name: 'successor',
    type: 'relationship',
    relationTo: 'organizations',
    label: label('Cơ quan kế thừa', 'Successor'),
  },
  { name: 'timezone', type: 'text', defaultValue: 'Asia/Ho_Chi_Minh', label: label('Múi giờ', 'Time zone') },
  {
    name: 'approvalSteps',
    type: 'array',
    minRows: 1,
    maxRows: 3,
    required: true,
    defaultValue: [{ label: 'Lãnh đạo duyệt', role: 'approver' }],
    label: label('Các bước duyệt', 'Approval steps'),
    labels: labels('Bước duyệt', 'Approval steps'),
    fields: [
      { name: 'label', type: 'text', required: true, label: label('Tên bước', 'Label') },
      {
        name: 'role',
        type: 'select',
        required: true,
        options: options(roleLabels),
        label: label('Vai trò được duyệt', 'Role'),
      },
    ],
  },
  {
    name: 'latePolicy',
    type: 'select',
    options: options(latePolicyLabels),
    defaultValue: 'hold',
    required: true,
    label: label('Khi quá giờ đăng', 'When late'),
  },
  {
    name: 'lateAfterMinutes',
    type: 'number',
    min: 1,
    max: 1440,
    defaultValue: 60,
    required: true,
    label: label('Coi là quá giờ sau (phút)', 'Late after (minutes)'),
  },
  dutyContactsField,
]
