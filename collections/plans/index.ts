import type { CollectionConfig } from 'payload'
import { creatorsWithDuty, membersParentsAndChildren, nobody, withDuty } from '@/access'
import { label, labels } from '../fields/label'
import { normaliseText } from '../hooks/normalise-text'
import { fields } from './fields'

export const plans: CollectionConfig = {
  slug: 'plans',
  labels: labels('Kế hoạch', 'Plans'),
  disableDuplicate: true,
  admin: {
    useAsTitle: 'title',
    group: label('Kế hoạch', 'Planning'),
    defaultColumns: ['title', 'number', 'issuer', 'from', 'to'],
  },
  access: {
    read: membersParentsAndChildren,
    create: creatorsWithDuty('plan'),
    update: withDuty('plan'),
    delete: nobody,
  },
  fields,
  hooks: { beforeValidate: [normaliseText] },
}
