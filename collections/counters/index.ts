import type { CollectionConfig } from 'payload'
import { nobody, systemAdmin } from '@/access'

/** Events that are counted and not kept, one row each: forged webhooks of a platform, follows of a channel. */
export const counters: CollectionConfig = {
  slug: 'counters',
  admin: { hidden: true },
  access: { read: systemAdmin, create: nobody, update: nobody, delete: nobody },
  fields: [
    { name: 'key', type: 'text', required: true, unique: true },
    { name: 'total', type: 'number', required: true, defaultValue: 0 },
  ],
}
