import type { CollectionConfig } from 'payload'
import { nobody, withDuty } from '@/access'
import { label, labels } from '../fields/label'
import { createdAt, updatedAt } from '../fields/timestamps'

/** Who did what, when. One chain of hashes per subject: a changed or missing entry shows. */
export const audit: CollectionConfig = {
  slug: 'audit',
  labels: labels('Nhật ký hệ thống', 'Audit'),
  defaultSort: '-at',
  admin: { group: label('Giám sát', 'Oversight'), defaultColumns: ['at', 'action', 'subject', 'actorName'] },
  access: { read: withDuty('audit'), create: nobody, update: nobody, delete: nobody },
  indexes: [{ fields: ['subject', 'at'] }],
  fields: [
    {
      name: 'at',
      type: 'date',
      required: true,
      index: true,
      label: label('Lúc', 'At'),
      admin: { components: { Cell: '@/admin/cells#HourCell' } },
    },
    { name: 'actor', type: 'text', index: true, label: label('Mã người', 'Actor') },
    { name: 'actorName', type: 'text', label: label('Ai', 'Who') },
    { name: 'action', type: 'text', required: true, label: label('Việc', 'Action') },
    { name: 'subject', type: 'text', required: true, label: label('Đối tượng tác động', 'Subject') },
    {
      name: 'organization',
      type: 'relationship',
      relationTo: 'organizations',
      index: true,
      label: label('Cơ quan', 'Organization'),
    },
    { name: 'detail', type: 'json', label: label('Chi tiết', 'Detail') },
    { name: 'previousHash', type: 'text' },
    { name: 'hash', type: 'text', required: true },
    updatedAt,
    createdAt,
  ],
}
