import type { Access } from 'payload'
import { personOf } from '@/access'
import { organizationsFor } from '@/access/roles'

/** What a page shows is public anyway; the list of pages, the withdrawn ones too, is for those who answer for them. */
export const leaders: Access = ({ req }) => {
  const person = personOf(req)
  return person !== null && (Boolean(person.systemAdmin) || organizationsFor(person, 'manage').length > 0)
}
