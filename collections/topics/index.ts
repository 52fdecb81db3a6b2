import type { CollectionConfig } from 'payload'
import { anyoneSignedIn, systemAdmin } from '@/access'
import { label, labels } from '../fields/label'
import { normaliseText } from '../hooks/normalise-text'

export const topics: CollectionConfig = {
  slug: 'topics',
  labels: labels('Chủ đề', 'Topics'),
  admin: { useAsTitle: 'name', group: label('Nội dung', 'Content'), defaultColumns: ['name', 'slug', 'order'] },
  defaultSort: 'order',
  access: { read: anyoneSignedIn, create: systemAdmin, update: systemAdmin, delete: systemAdmin },
  fields: [
    { name: 'name', type: 'text', required: true, label: label('Tên', 'Name') },
    { name: 'slug', type: 'text', required: true, unique: true, index: true, label: label('Mã', 'Slug') },
    { name: 'nationalCode', type: 'text', label: label('Mã chủ đề quốc gia', 'National code') },
    { name: 'parent', type: 'relationship', relationTo: 'topics', label: label('Thuộc chủ đề', 'Parent') },
    { name: 'order', type: 'number', defaultValue: 100, index: true, label: label('Thứ tự', 'Order') },
  ],
  hooks: { beforeValidate: [normaliseText] },
}
