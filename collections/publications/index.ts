import type { CollectionConfig } from 'payload'
import { membersAndParents, nobody } from '@/access'
import { publicationEndpoints } from '../endpoints/publication-verbs'
import { byHandEndpoints } from '../endpoints/recall-verbs'
import { label, labels } from '../fields/label'
import { fields } from './fields'

/** Rows are made and moved only by the desk's verbs and the workers; nobody writes them through REST. */
export const publications: CollectionConfig = {
  slug: 'publications',
  labels: labels('Bài đăng', 'Publications'),
  defaultSort: '-dueAt',
  admin: {
    useAsTitle: 'title',
    group: label('Đăng bài', 'Publishing'),
    defaultColumns: ['title', 'channel', 'dueAt', 'state', 'reason', 'remoteUrl', 'verbs'],
    hideAPIURL: true,
  },
  access: { read: membersAndParents, create: nobody, update: nobody, delete: nobody },
  fields,
  // Each of them is paid with every step of every post (`timestamps.ts`): no other, and none that another begins with.
  indexes: [
    { fields: ['state', 'wakeAt'] },
    { fields: ['channel', 'state', 'wakeAt'] },
    { fields: ['channel', 'publishedAt'] },
    { fields: ['contentId', 'channel'] },
  ],
  endpoints: [...publicationEndpoints, ...byHandEndpoints],
}
