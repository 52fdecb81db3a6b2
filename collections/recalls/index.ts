import type { CollectionConfig } from 'payload'
import { membersAndParents, nobody } from '@/access'
import { options } from '../fields/label'
import { kindLabels } from '../fields/kinds'

/** An item that is being taken back from everywhere: one row per item, moved by the verb and the job alone. */
export const recalls: CollectionConfig = {
  slug: 'recalls',
  admin: { hidden: true },
  access: { read: membersAndParents, create: nobody, update: nobody, delete: nobody },
  fields: [
    // Kind and id of the item.
    { name: 'key', type: 'text', required: true, unique: true },
    { name: 'contentKind', type: 'select', required: true, options: options(kindLabels) },
    { name: 'contentId', type: 'text', required: true },
    { name: 'organization', type: 'relationship', relationTo: 'organizations', required: true, index: true },
    { name: 'because', type: 'text', required: true },
    { name: 'by', type: 'text' },
    { name: 'byName', type: 'text' },
    { name: 'at', type: 'date', required: true },
    // The item says so, and every publication bears the mark.
    { name: 'begunAt', type: 'date' },
    { name: 'wakeAt', type: 'date', index: true },
  ],
}
