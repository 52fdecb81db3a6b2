import type { CollectionConfig } from 'payload'
import { membersAndParents, nobody } from '@/access'
import { options } from '../fields/label'
import { kindLabels } from '../fields/kinds'

/** A correction that is owed for a wrong item, until it stands wherever the wrong one stood. Written by verbs and the job alone. */
export const corrections: CollectionConfig = {
  slug: 'corrections',
  admin: { hidden: true },
  access: { read: membersAndParents, create: nobody, update: nobody, delete: nobody },
  fields: [
    // Kind and id of the wrong item, and which of its corrections this is.
    { name: 'key', type: 'text', required: true, unique: true },
    { name: 'wrongKind', type: 'select', required: true, options: options(kindLabels) },
    { name: 'wrongId', type: 'text', required: true, index: true },
    { name: 'wrongTitle', type: 'text', required: true },
    { name: 'organization', type: 'relationship', relationTo: 'organizations', required: true, index: true },
    { name: 'number', type: 'number', required: true },
    // The article that says it; empty for the moment in which it is being written.
    { name: 'correctionId', type: 'text', index: true },
    { name: 'since', type: 'date', required: true },
    { name: 'dueAt', type: 'date', required: true },
    { name: 'closedAt', type: 'date', index: true },
  ],
}
