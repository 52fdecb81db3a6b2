import { contentCollection } from '../fields/content-collection'
import { label, labels } from '../fields/label'

export const handbooks = contentCollection('handbooks', 'Handbooks', [
  { name: 'cover', type: 'upload', relationTo: 'media', label: label('Bìa', 'Cover') },
  { name: 'edition', type: 'text', label: label('Lần xuất bản', 'Edition') },
  {
    name: 'chapters',
    type: 'array',
    required: true,
    minRows: 1,
    label: label('Các phần', 'Chapters'),
    labels: labels('Phần', 'Chapters'),
    fields: [
      { name: 'title', type: 'text', required: true, label: label('Tên phần', 'Title') },
      { name: 'body', type: 'richText', required: true, label: label('Nội dung', 'Body') },
    ],
  },
  { name: 'pdf', type: 'upload', relationTo: 'media', label: label('Bản PDF', 'PDF') },
])
