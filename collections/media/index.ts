import type { CollectionConfig } from 'payload'
import { creatorsWithDuty, membersAndParents, nobody, withDuty } from '@/access'
import { label } from '../fields/label'
import { normaliseText } from '../hooks/normalise-text'
import { fields } from './fields'
import { leadToFile } from './lead-to-file'
import { dropUnused, inspectFile, receiveFile } from './hooks/receive-file'

export const media: CollectionConfig = {
  slug: 'media',
  labels: { singular: label('Tư liệu', 'Medium'), plural: label('Kho tư liệu', 'Media') },
  disableDuplicate: true,
  admin: {
    useAsTitle: 'filename',
    group: label('Nội dung', 'Content'),
    listSearchableFields: ['filename', 'alt', 'caption'],
    defaultColumns: ['filename', 'alt', 'mimeType', 'renditionState'],
  },
  access: { read: membersAndParents, create: creatorsWithDuty('write'), update: withDuty('edit'), delete: nobody },
  upload: {
    disableLocalStorage: true,
    handlers: [leadToFile],
    adminThumbnail: ({ doc }) => thumbnail(doc),
    crop: false,
    focalPoint: false,
  },
  fields,
  hooks: {
    beforeOperation: [inspectFile],
    beforeValidate: [normaliseText],
    beforeChange: [receiveFile],
    afterError: [dropUnused],
  },
}

function thumbnail(doc: Record<string, unknown>): string | null {
  const renditions = (doc.renditions ?? []) as { name: string; url: string }[]
  return renditions.find((rendition) => rendition.name === 'site-card')?.url ?? null
}
