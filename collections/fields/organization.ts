import type { Field, FieldHook } from 'payload'
import { personOf } from '@/access'
import { label } from './label'

/** Not by field access, which would take the organization out of an older version that is brought back. */
const stayWhereMade: FieldHook = ({ value, originalDoc, operation, req }) => {
  const person = personOf(req)
  return operation === 'update' && person && !person.systemAdmin ? originalDoc?.organization : value
}

/** Whose row it is; everything about access hangs on it, so a row stays where it was made. */
export const organizationField: Field = {
  name: 'organization',
  type: 'relationship',
  relationTo: 'organizations',
  label: label('Cơ quan, đơn vị', 'Organization'),
  required: true,
  index: true,
  hooks: { beforeValidate: [stayWhereMade] },
  admin: { position: 'sidebar' },
}
