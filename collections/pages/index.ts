import type { CollectionConfig, Field } from 'payload'
import { nobody } from '@/access'
import { kindLabels } from '../fields/kinds'
import { label, labels, options } from '../fields/label'
import { leaders } from './access'

const readOnly = { readOnly: true }
const hidden = { hidden: true }

const fields: Field[] = [
  { name: 'title', type: 'text', required: true, label: label('Tiêu đề', 'Title'), admin: readOnly },
  { name: 'publication', type: 'text', required: true, unique: true, admin: hidden },
  { name: 'slug', type: 'text', required: true, index: true, label: label('Đường dẫn', 'Slug'), admin: readOnly },
  // The slug while live, the publication once gone: unique, so that two live pages never share an address.
  { name: 'address', type: 'text', required: true, unique: true, admin: hidden },
  {
    name: 'kind',
    type: 'select',
    required: true,
    options: options(kindLabels),
    label: label('Loại', 'Kind'),
    admin: readOnly,
  },
  { name: 'lead', type: 'textarea', label: label('Sapo', 'Lead'), admin: readOnly },
  { name: 'audiences', type: 'text', hasMany: true, label: label('Đối tượng', 'Audiences'), admin: readOnly },
  { name: 'topics', type: 'text', hasMany: true, label: label('Chủ đề', 'Topics'), admin: readOnly },
  { name: 'post', type: 'json', required: true, admin: hidden },
  { name: 'hash', type: 'text', required: true, admin: hidden },
  {
    name: 'state',
    type: 'select',
    required: true,
    index: true,
    options: options({ live: 'Đang hiện', gone: 'Đã gỡ' }),
    label: label('Trạng thái', 'State'),
    admin: readOnly,
  },
  {
    name: 'publishedAt',
    type: 'date',
    required: true,
    index: true,
    label: label('Lên lúc', 'Published at'),
    admin: readOnly,
  },
  { name: 'withdrawnAt', type: 'date', label: label('Gỡ lúc', 'Withdrawn at'), admin: readOnly },
  {
    name: 'views',
    type: 'number',
    required: true,
    defaultValue: 0,
    label: label('Lượt xem', 'Views'),
    admin: readOnly,
  },
]

/** What the public section shows. Written only through the section's own API, by the driver of `src/channels/site`. */
export const pages: CollectionConfig = {
  slug: 'pages',
  labels: labels('Trang đã đăng', 'Pages'),
  defaultSort: '-publishedAt',
  admin: {
    useAsTitle: 'title',
    group: label('Đăng bài', 'Publishing'),
    defaultColumns: ['title', 'kind', 'state', 'publishedAt', 'views'],
    hidden: ({ user }) => !user?.['systemAdmin'],
    hideAPIURL: true,
  },
  access: { read: leaders, create: nobody, update: nobody, delete: nobody },
  fields,
}
