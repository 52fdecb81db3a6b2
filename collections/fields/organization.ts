import type { Field } from 'payload'
import { fieldOfSystemAdmin } from '@/access'
import { label } from './label'

/** Whose row it is; everything about access hangs on it, so a row stays where it was made. */
export const organizationField: Field = {
  name: 'organization',
  type: 'relationship',
  relationTo: 'organizations',
  label: label('Cơ quan, đơn vị', 'Organization'),
  required: true,
  index: true,
  access: { update: fieldOfSystemAdmin },
  admin: { position: 'sidebar' },
}
