import type { CollectionConfig } from 'payload'
import { membersAndParents, nobody } from '@/access'
import { metrics } from '@/channels/contract/outcome'
import { label, labels, options } from '../fields/label'
import { organizationField } from '../fields/organization'
import { updatedAt } from '../fields/timestamps'
import { metricLabels } from '@/reach/metrics'

/** One dated value of one metric; a number that a platform does not give is null with its reason, never 0. */
export const readings: CollectionConfig = {
  slug: 'readings',
  labels: labels('Số đo', 'Readings'),
  admin: { group: label('Giám sát', 'Oversight'), defaultColumns: ['publication', 'metric', 'value', 'takenAt'] },
  access: { read: membersAndParents, create: nobody, update: nobody, delete: nobody },
  indexes: [{ fields: ['publication', 'metric', 'takenAt'] }, { fields: ['channel', 'takenAt'] }],
  fields: [
    { name: 'publication', type: 'relationship', relationTo: 'publications', label: label('Bài đăng', 'Publication') },
    { name: 'channel', type: 'relationship', relationTo: 'channels', required: true, label: label('Kênh', 'Channel') },
    organizationField,
    {
      name: 'metric',
      type: 'select',
      required: true,
      options: options(Object.fromEntries(metrics.map((metric) => [metric, metricLabels[metric]]))),
      label: label('Chỉ số', 'Metric'),
    },
    { name: 'value', type: 'number', label: label('Giá trị', 'Value') },
    { name: 'because', type: 'text', label: label('Vì sao không có', 'Because') },
    { name: 'definition', type: 'text', required: true, label: label('Định nghĩa', 'Definition') },
    { name: 'apiVersion', type: 'text', required: true, label: label('Phiên bản API', 'API version') },
    {
      name: 'takenAt',
      type: 'date',
      required: true,
      label: label('Đo lúc', 'Taken at'),
      admin: { components: { Cell: '@/admin/cells#HourCell' } },
    },
    // The platform's notice that told the number: one reading of each.
    { name: 'notice', type: 'text', unique: true, admin: { hidden: true } },
    updatedAt,
  ],
}
