import type { CollectionConfig } from 'payload'
import { anyoneSignedIn, systemAdmin } from '@/access'
import { label, labels } from '../fields/label'
import { normaliseText } from '../hooks/normalise-text'

export const audiences: CollectionConfig = {
  slug: 'audiences',
  labels: labels('Đối tượng', 'Audiences'),
  admin: { useAsTitle: 'name', group: label('Nội dung', 'Content'), defaultColumns: ['name', 'slug', 'order'] },
  defaultSort: 'order',
  access: { read: anyoneSignedIn, create: systemAdmin, update: systemAdmin, delete: systemAdmin },
  fields: [
    { name: 'name', type: 'text', required: true, label: label('Tên', 'Name') },
    { name: 'slug', type: 'text', required: true, unique: true, index: true, label: label('Mã', 'Slug') },
    { name: 'toneGuide', type: 'textarea', label: label('Cách viết cho đối tượng này', 'Tone guide') },
    { name: 'order', type: 'number', defaultValue: 100, index: true, label: label('Thứ tự', 'Order') },
  ],
  hooks: { beforeValidate: [normaliseText] },
}
