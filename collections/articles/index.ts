import { contentCollection } from '../fields/content-collection'
import { label } from '../fields/label'
import { correctionField } from './correction-fields'

export const articles = contentCollection('articles', 'Articles', [
  correctionField,
  { name: 'cover', type: 'upload', relationTo: 'media', label: label('Ảnh đại diện', 'Cover') },
  { name: 'body', type: 'richText', required: true, label: label('Nội dung chi tiết', 'Body') },
  { name: 'gallery', type: 'upload', relationTo: 'media', hasMany: true, label: label('Ảnh trong bài', 'Gallery') },
])
