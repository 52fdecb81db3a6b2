import type { CollectionConfig } from 'payload'
import { label, labels } from '../fields/label'
import { normaliseText } from '../hooks/normalise-text'
import { access } from './access'
import { fields } from './fields'
import { makeFirstAdministrator } from './hooks/make-first-administrator'

export const users: CollectionConfig = {
  slug: 'users',
  labels: labels('Người dùng', 'Users'),
  admin: { useAsTitle: 'name', group: label('Con người', 'People'), defaultColumns: ['name', 'email'] },
  auth: { maxLoginAttempts: 5, lockTime: 10 * 60 * 1000, tokenExpiration: 8 * 60 * 60, cookies: { sameSite: 'Lax' } },
  access,
  fields,
  hooks: { beforeValidate: [normaliseText], beforeChange: [makeFirstAdministrator] },
}
