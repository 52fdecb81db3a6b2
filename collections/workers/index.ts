import type { CollectionConfig } from 'payload'
import { nobody, systemAdmin } from '@/access'

/** Heartbeats: one row per worker process, so that the web process can tell whether anybody works. */
export const workers: CollectionConfig = {
  slug: 'workers',
  admin: { hidden: true },
  access: { read: systemAdmin, create: nobody, update: nobody, delete: nobody },
  fields: [
    { name: 'name', type: 'text', required: true, unique: true },
    { name: 'version', type: 'text' },
    { name: 'startedAt', type: 'date', required: true },
    { name: 'seenAt', type: 'date', required: true, index: true },
    // It ended by itself: nobody has to be told that it is missing.
    { name: 'stoppedAt', type: 'date' },
    // The machine's clock minus the database's.
    { name: 'clockSkewMs', type: 'number' },
    { name: 'inFlight', type: 'number' },
  ],
}
