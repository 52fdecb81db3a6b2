import type { CollectionConfig } from 'payload'
import { creatorsWithDuty, withDuty } from '@/access'
import { label, labels } from '../fields/label'
import { normaliseText } from '../hooks/normalise-text'
import { fields } from './fields'
import { auditRemoval, sealKeys, takeKeys } from './hooks/keys'

/** The keys of our application at a platform, of one organization and everybody below it. */
export const applications: CollectionConfig = {
  slug: 'applications',
  labels: labels('Khóa ứng dụng', 'Applications'),
  disableDuplicate: true,
  admin: {
    useAsTitle: 'platform',
    group: label('Đăng bài', 'Publishing'),
    defaultColumns: ['platform', 'organization', 'keysGivenAt'],
    description: label(
      'Khóa của ứng dụng đã tạo ở nền tảng, dùng cho cơ quan này và các đơn vị bên dưới.',
      'The keys of the application made at the platform, for this organization and those below it.',
    ),
  },
  access: {
    read: withDuty('connect'),
    create: creatorsWithDuty('connect'),
    update: withDuty('connect'),
    delete: withDuty('connect'),
  },
  fields,
  indexes: [{ fields: ['platform', 'organization'], unique: true }],
  hooks: {
    beforeValidate: [normaliseText],
    beforeChange: [takeKeys],
    afterChange: [sealKeys],
    afterDelete: [auditRemoval],
  },
}
