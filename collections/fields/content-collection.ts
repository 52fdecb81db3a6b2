import type { CollectionConfig, Field } from 'payload'
import type { Kind } from '@/channels/contract'
import { creatorsWithDuty, editorsAndWriter, membersAndParents, membersAndParentsOfVersions, nobody } from '@/access'
import { contentEndpoints } from '../endpoints/content-verbs'
import { recallEndpoints } from '../endpoints/recall-verbs'
import { afterContentChange, computeContent, readLive } from '../hooks/content'
import { normaliseText } from '../hooks/normalise-text'
import { contentFields } from './content'
import { kindLabels } from './kinds'
import { label, labels } from './label'

/** A kind of content: the shared group, the kind's own fields, drafts and versions, and the verbs of the desk. */
export function contentCollection(slug: Kind, english: string, own: Field[]): CollectionConfig {
  return {
    slug,
    labels: labels(kindLabels[slug], english),
    // A copy would carry its original's approval, writers and organization.
    disableDuplicate: true,
    admin: {
      useAsTitle: 'title',
      group: label('Nội dung', 'Content'),
      defaultColumns: ['title', 'approval.state', 'live', 'organization', 'updatedAt'],
      listSearchableFields: ['title', 'searchText'],
      components: {
        edit: {
          PublishButton: '@/admin/no-publish-button#NoPublishButton',
          UnpublishButton: '@/admin/no-publish-button#NoPublishButton',
        },
      },
    },
    access: {
      read: membersAndParents,
      readVersions: membersAndParentsOfVersions,
      create: creatorsWithDuty('write'),
      update: editorsAndWriter,
      delete: nobody,
    },
    fields: contentFields(own),
    hooks: {
      beforeValidate: [normaliseText],
      beforeChange: [computeContent],
      afterChange: [afterContentChange],
      afterRead: [readLive],
    },
    endpoints: [...contentEndpoints(slug), ...recallEndpoints(slug)],
    versions: { drafts: { validate: true }, maxPerDoc: 50 },
  }
}
