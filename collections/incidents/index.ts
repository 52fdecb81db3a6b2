import type { CollectionConfig } from 'payload'
import { nobody, systemAdmin } from '@/access'

/** What is wrong now and who has been told: one row per cause and subject, so that nobody hears of the same thing twice. */
export const incidents: CollectionConfig = {
  slug: 'incidents',
  admin: { hidden: true },
  access: { read: systemAdmin, create: nobody, update: nobody, delete: nobody },
  fields: [
    // Kind, subject and cause.
    { name: 'key', type: 'text', required: true, unique: true },
    { name: 'kind', type: 'text', required: true },
    // What is told together when it comes together.
    { name: 'group', type: 'text', required: true },
    { name: 'organization', type: 'relationship', relationTo: 'organizations' },
    { name: 'detail', type: 'json', required: true },
    { name: 'since', type: 'date', required: true },
    // When the digest was opened in which it is told; empty until then.
    { name: 'window', type: 'date' },
    { name: 'toldAt', type: 'date' },
    { name: 'repeats', type: 'number', required: true, defaultValue: 0 },
    { name: 'endedAt', type: 'date', index: true },
  ],
}
