import type { CollectionConfig } from 'payload'
import { creatorsWithDuty, membersParentsAndChildren, nobody, withDuty } from '@/access'
import { channels } from '@/channels/registry'
import { quotaPeriods } from '@/planning/quota'
import { standingsEndpoint } from '../endpoints/standings'
import { kindLabels } from '../fields/kinds'
import { label, labels, options } from '../fields/label'
import { organizationField } from '../fields/organization'
import { normaliseText } from '../hooks/normalise-text'

const platformLabels = Object.fromEntries(channels.map((channel) => [channel.platform, channel.label]))

export const quotas: CollectionConfig = {
  slug: 'quotas',
  labels: labels('Định mức', 'Quotas'),
  disableDuplicate: true,
  admin: {
    useAsTitle: 'title',
    group: label('Kế hoạch', 'Planning'),
    defaultColumns: ['title', 'count', 'per', 'task'],
  },
  access: {
    read: membersParentsAndChildren,
    create: creatorsWithDuty('plan'),
    update: withDuty('plan'),
    delete: nobody,
  },
  fields: [
    { name: 'title', type: 'text', required: true, label: label('Định mức', 'Quota') },
    {
      name: 'plan',
      type: 'relationship',
      relationTo: 'plans',
      required: true,
      index: true,
      label: label('Kế hoạch', 'Plan'),
    },
    { name: 'task', type: 'relationship', relationTo: 'tasks', index: true, label: label('Nhiệm vụ', 'Task') },
    organizationField,
    { name: 'count', type: 'number', required: true, min: 1, label: label('Số lượng', 'Count') },
    { name: 'per', type: 'select', required: true, options: options(quotaPeriods), label: label('Trong mỗi', 'Per') },
    {
      name: 'kinds',
      type: 'select',
      hasMany: true,
      options: options(kindLabels),
      label: label('Loại nội dung (trống: mọi loại)', 'Kinds'),
    },
    {
      name: 'audiences',
      type: 'relationship',
      relationTo: 'audiences',
      hasMany: true,
      label: label('Đối tượng (trống: mọi đối tượng)', 'Audiences'),
    },
    { name: 'topics', type: 'relationship', relationTo: 'topics', hasMany: true, label: label('Chủ đề', 'Topics') },
    {
      name: 'platforms',
      type: 'select',
      hasMany: true,
      options: options(platformLabels),
      label: label('Nền tảng (trống: mọi nền tảng)', 'Platforms'),
    },
    {
      name: 'countsPosts',
      type: 'checkbox',
      defaultValue: false,
      label: label('Đếm từng bài đăng thay vì từng nội dung', 'Counts posts instead of items'),
    },
    { name: 'from', type: 'date', label: label('Từ ngày', 'From') },
    { name: 'to', type: 'date', label: label('Đến ngày', 'To') },
  ],
  hooks: { beforeValidate: [normaliseText] },
  endpoints: [standingsEndpoint],
}
