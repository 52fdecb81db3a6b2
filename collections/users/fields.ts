import type { Field } from 'payload'
import { fieldOfSystemAdmin } from '@/access'
import { roleLabels } from '@/access/roles'
import { label, labels, options } from '../fields/label'
import { noticeFields } from './notice-fields'

const onlySystemAdmin = { create: fieldOfSystemAdmin, update: fieldOfSystemAdmin }

export const fields: Field[] = [
  { name: 'name', type: 'text', required: true, label: label('Họ và tên', 'Name') },
  { name: 'penName', type: 'text', label: label('Bút danh', 'Pen name') },
  {
    name: 'memberships',
    type: 'array',
    access: onlySystemAdmin,
    label: label('Vai trò tại cơ quan', 'Memberships'),
    labels: labels('Vai trò tại cơ quan', 'Memberships'),
    fields: [
      {
        name: 'organization',
        type: 'relationship',
        relationTo: 'organizations',
        required: true,
        label: label('Cơ quan', 'Organization'),
      },
      {
        name: 'roles',
        type: 'select',
        hasMany: true,
        required: true,
        options: options(roleLabels),
        label: label('Vai trò', 'Roles'),
      },
    ],
  },
  {
    name: 'systemAdmin',
    type: 'checkbox',
    defaultValue: false,
    access: onlySystemAdmin,
    label: label('Quản trị hệ thống', 'System administrator'),
  },
  {
    name: 'locale',
    type: 'select',
    defaultValue: 'vi',
    options: options({ vi: 'Tiếng Việt', en: 'English' }),
    label: label('Ngôn ngữ', 'Language'),
  },
  ...noticeFields,
]
