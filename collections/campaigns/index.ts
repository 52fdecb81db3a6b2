import type { CollectionConfig } from 'payload'
import { creatorsWithDuty, membersParentsAndChildren, nobody, withDuty } from '@/access'
import { label, labels } from '../fields/label'
import { organizationField } from '../fields/organization'
import { typedList } from '../fields/typed-list'
import { normaliseText } from '../hooks/normalise-text'

export const campaigns: CollectionConfig = {
  slug: 'campaigns',
  labels: labels('Chiến dịch', 'Campaigns'),
  disableDuplicate: true,
  admin: {
    useAsTitle: 'name',
    group: label('Kế hoạch', 'Planning'),
    defaultColumns: ['name', 'from', 'to', 'organization'],
  },
  access: {
    read: membersParentsAndChildren,
    create: creatorsWithDuty('plan'),
    update: withDuty('plan'),
    delete: nobody,
  },
  fields: [
    { name: 'name', type: 'text', required: true, label: label('Tên chiến dịch', 'Name') },
    { name: 'slug', type: 'text', required: true, unique: true, index: true, label: label('Đường dẫn', 'Slug') },
    organizationField,
    { name: 'theme', type: 'text', label: label('Chủ đề chiến dịch', 'Theme') },
    { name: 'slogan', type: 'text', label: label('Khẩu hiệu', 'Slogan') },
    typedList('hashtags', label('Thẻ hashtag', 'Hashtags')),
    { name: 'from', type: 'date', index: true, label: label('Từ ngày', 'From') },
    { name: 'to', type: 'date', label: label('Đến ngày', 'To') },
    { name: 'parent', type: 'relationship', relationTo: 'campaigns', label: label('Thuộc chiến dịch', 'Parent') },
    { name: 'tasks', type: 'relationship', relationTo: 'tasks', hasMany: true, label: label('Nhiệm vụ', 'Tasks') },
  ],
  hooks: { beforeValidate: [normaliseText] },
}
