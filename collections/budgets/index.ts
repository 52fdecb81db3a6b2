import type { CollectionConfig } from 'payload'
import { nobody, systemAdmin } from '@/access'

/** What we have used of budgets that a platform counts and does not tell (YouTube's uploads of a day); one row per window. */
export const budgets: CollectionConfig = {
  slug: 'budgets',
  admin: { hidden: true },
  access: { read: systemAdmin, create: nobody, update: nobody, delete: nobody },
  fields: [
    { name: 'key', type: 'text', required: true, unique: true },
    { name: 'used', type: 'number', required: true, defaultValue: 0 },
  ],
}
