import type { Access } from 'payload'
import { either, nobody, personOf, systemAdmin } from '@/access'
import { memberOf, organizationsFor } from '@/access/roles'

const membersAndRelatives: Access = ({ req }) => {
  const person = personOf(req)
  if (!person) return false
  if (person.systemAdmin) return true
  const own = memberOf(person)
  return either({ id: { in: own } }, { ancestors: { in: own } })
}

const leaders: Access = ({ req }) => {
  const person = personOf(req)
  if (!person) return false
  return person.systemAdmin ? true : { id: { in: organizationsFor(person, 'manage') } }
}

export const access = { read: membersAndRelatives, create: systemAdmin, update: leaders, delete: nobody }
