import type { CollectionConfig } from 'payload'
import { nobody } from '@/access'

const hidden = { create: () => false, update: () => false, read: () => false }

/**
 * A sign-in at a platform on its way: begun by one person for one organization, come back from once, chosen from once.
 * What came back is sealed, and removed when it was chosen from.
 */
export const signIns: CollectionConfig = {
  slug: 'sign-ins',
  admin: { hidden: true },
  access: { read: nobody, create: nobody, update: nobody, delete: nobody },
  fields: [
    /** A hash: who reads the database cannot come back in somebody's place. */
    { name: 'state', type: 'text', unique: true, access: hidden, hidden: true },
    { name: 'platform', type: 'text', required: true },
    { name: 'organization', type: 'relationship', relationTo: 'organizations', required: true },
    { name: 'person', type: 'relationship', relationTo: 'users', required: true, index: true },
    { name: 'verifier', type: 'text', access: hidden, hidden: true },
    { name: 'redirectUri', type: 'text' },
    { name: 'returnTo', type: 'text' },
    { name: 'expiresAt', type: 'date', required: true, index: true },
    { name: 'usedAt', type: 'date' },
    { name: 'candidates', type: 'text', access: hidden, hidden: true },
    { name: 'chosenAt', type: 'date' },
    /** Why nothing came back, in the words for the person. */
    { name: 'problem', type: 'json' },
  ],
}
