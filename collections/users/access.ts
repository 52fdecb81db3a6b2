import type { Access } from 'payload'
import { either, personOf, systemAdmin } from '@/access'
import { memberOf } from '@/access/roles'

const selfAndColleagues: Access = ({ req }) => {
  const person = personOf(req)
  if (!person) return false
  return person.systemAdmin
    ? true
    : either({ id: { equals: person.id } }, { 'memberships.organization': { in: memberOf(person) } })
}

const self: Access = ({ req }) => {
  const person = personOf(req)
  if (!person) return false
  return person.systemAdmin ? true : { id: { equals: person.id } }
}

export const access = {
  read: selfAndColleagues,
  create: systemAdmin,
  update: self,
  delete: systemAdmin,
  unlock: systemAdmin,
  admin: ({ req }: { req: Parameters<typeof personOf>[0] }) => personOf(req) !== null,
}
