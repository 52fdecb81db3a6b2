import type { CollectionConfig } from 'payload'
import { organizationEndpoints } from '../endpoints/pause-verbs'
import { label, labels } from '../fields/label'
import { normaliseText } from '../hooks/normalise-text'
import { access } from './access'
import { fields } from './fields'
import { setAncestors } from './hooks/set-ancestors'

export const organizations: CollectionConfig = {
  slug: 'organizations',
  labels: labels('Cơ quan, đơn vị', 'Organizations'),
  admin: {
    useAsTitle: 'name',
    group: label('Con người', 'People'),
    defaultColumns: ['name', 'kind', 'level', 'parent'],
  },
  access,
  fields,
  endpoints: organizationEndpoints,
  hooks: { beforeValidate: [normaliseText], beforeChange: [setAncestors] },
}
