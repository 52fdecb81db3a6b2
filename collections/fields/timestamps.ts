/**
 * The two hours that Payload keeps by itself, and would index. A row that the engine writes several times a post pays for each of
 * its indexes with every write: on MongoDB, inside a transaction, for all of them, whether they change or not.
 */
import type { Field } from 'payload'

const kept = { type: 'date', admin: { disableBulkEdit: true, hidden: true } } as const

export const updatedAt: Field = { ...kept, name: 'updatedAt', label: ({ t }) => t('general:updatedAt') }

export const createdAt: Field = { ...kept, name: 'createdAt', label: ({ t }) => t('general:createdAt') }
