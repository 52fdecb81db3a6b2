import type { Access, CollectionConfig } from 'payload'
import { nobody, personOf } from '@/access'
import { kindFacts, kinds } from '@/engine/notify/kinds'
import { notificationEndpoints } from '../endpoints/operations-verbs'
import { label, labels, options } from '../fields/label'

/** A system administrator reads their own too: other people's would be noise. */
const addressee: Access = ({ req }) => {
  const person = personOf(req)
  return person !== null && { person: { equals: person.id } }
}

/** What a person is told. Written by the job `notify` from the rows' states, never by a hook. */
export const notifications: CollectionConfig = {
  slug: 'notifications',
  labels: labels('Thông báo', 'Notifications'),
  defaultSort: '-at',
  admin: {
    useAsTitle: 'sentence',
    group: label('Giám sát', 'Oversight'),
    defaultColumns: ['sentence', 'kind', 'at', 'readAt'],
    hideAPIURL: true,
  },
  access: { read: addressee, create: nobody, update: nobody, delete: nobody },
  indexes: [{ fields: ['person', 'readAt'] }, { fields: ['person', 'at'] }],
  endpoints: notificationEndpoints,
  fields: [
    // Addressee, group and window: a second telling of the same is refused by the database.
    { name: 'key', type: 'text', required: true, unique: true, admin: { hidden: true } },
    { name: 'person', type: 'relationship', relationTo: 'users', admin: { hidden: true } },
    // In place of a person: the messenger and the address of a duty officer.
    { name: 'contact', type: 'text', admin: { hidden: true } },
    {
      name: 'sentence',
      type: 'text',
      required: true,
      label: label('Nội dung', 'Sentence'),
      admin: { components: { Cell: '@/admin/operations/cells#SentenceCell' } },
    },
    {
      name: 'kind',
      type: 'select',
      required: true,
      options: options(Object.fromEntries(kinds.map((kind) => [kind, kindFacts[kind].vi]))),
      label: label('Loại', 'Kind'),
    },
    { name: 'link', type: 'text', label: label('Đường dẫn', 'Link') },
    { name: 'count', type: 'number', required: true, defaultValue: 1, label: label('Số lượng', 'Count') },
    {
      name: 'at',
      type: 'date',
      required: true,
      label: label('Lúc', 'At'),
      admin: { components: { Cell: '@/admin/cells#HourCell' } },
    },
    {
      name: 'readAt',
      type: 'date',
      label: label('Đã đọc lúc', 'Read at'),
      admin: { components: { Cell: '@/admin/cells#HourCell' } },
    },
    { name: 'organization', type: 'relationship', relationTo: 'organizations', admin: { hidden: true } },
    { name: 'group', type: 'text', required: true, admin: { hidden: true } },
    // Empty: nothing is to be sent, or it was; `sentAt` is written before the sending begins.
    { name: 'sendAt', type: 'date', index: true, admin: { hidden: true } },
    { name: 'sentAt', type: 'date', admin: { hidden: true } },
    { name: 'tries', type: 'number', defaultValue: 0, admin: { hidden: true } },
    { name: 'problem', type: 'text', admin: { hidden: true } },
  ],
}
