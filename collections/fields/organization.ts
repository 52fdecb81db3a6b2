import type { Field, FieldHook } from 'payload'
import { personOf } from '@/access'
import { idOf } from '@/access/roles'
import type { User } from '../payload-types'
import { label } from './label'

/** Not by field access, which would take the organization out of an older version that is brought back. */
const stayWhereMade: FieldHook = ({ value, originalDoc, operation, req }) => {
  const person = personOf(req)
  return operation === 'update' && person && !person.systemAdmin ? originalDoc?.organization : value
}

/** Of a person who belongs to one: nobody should have to choose where there is no choice. */
function onlyOrganization({ user }: { user: unknown }): string | undefined {
  const own = new Set((user as User | null)?.memberships?.map(({ organization }) => idOf(organization)))
  return own.size === 1 ? [...own][0] : undefined
}

/** Whose row it is; everything about access hangs on it, so a row stays where it was made. */
export const organizationField: Field = {
  name: 'organization',
  type: 'relationship',
  relationTo: 'organizations',
  label: label('Cơ quan, đơn vị', 'Organization'),
  required: true,
  index: true,
  defaultValue: onlyOrganization,
  hooks: { beforeValidate: [stayWhereMade] },
  admin: { position: 'sidebar' },
}
