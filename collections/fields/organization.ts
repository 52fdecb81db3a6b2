import type { Field } from 'payload'
import { label } from './label'

/** Whose row it is; everything about access hangs on it. */
export const organizationField: Field = {
  name: 'organization',
  type: 'relationship',
  relationTo: 'organizations',
  label: label('Cơ quan, đơn vị', 'Organization'),
  required: true,
  index: true,
  admin: { position: 'sidebar' },
}
