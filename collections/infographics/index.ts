import { contentCollection } from '../fields/content-collection'
import { label } from '../fields/label'

export const infographics = contentCollection('infographics', 'Infographics', [
  {
    name: 'pages',
    type: 'upload',
    relationTo: 'media',
    hasMany: true,
    required: true,
    label: label('Các trang đồ họa', 'Pages'),
  },
  {
    name: 'textEquivalent',
    type: 'textarea',
    required: true,
    label: label('Nội dung bằng chữ (cho người khiếm thị)', 'Text equivalent'),
  },
])
