import type { CollectionConfig } from 'payload'
import { nobody, systemAdmin } from '@/access'
import { options } from '../fields/label'

/** What platforms told us by themselves, proven genuine: stored once, handled by `receive-notices`, forgotten after a month. */
export const notices: CollectionConfig = {
  slug: 'notices',
  admin: { hidden: true },
  access: { read: systemAdmin, create: nobody, update: nobody, delete: nobody },
  indexes: [{ fields: ['state', 'wakeAt'] }],
  fields: [
    { name: 'platform', type: 'text', required: true },
    // Platform, whose signature it was, and the event's own key: every delivery of the same event has the same.
    { name: 'key', type: 'text', required: true, unique: true },
    // Empty where only the address it came in at tells: then that address's channel.
    { name: 'account', type: 'text' },
    { name: 'channel', type: 'text' },
    // Whose keys proved it; left out for the keys of the whole installation.
    { name: 'organization', type: 'relationship', relationTo: 'organizations' },
    { name: 'at', type: 'date', required: true },
    { name: 'receivedAt', type: 'date', required: true, index: true },
    { name: 'event', type: 'json', required: true },
    {
      name: 'state',
      type: 'select',
      required: true,
      defaultValue: 'waiting',
      options: options({ waiting: 'Chờ xử lý', handled: 'Đã xử lý', ignored: 'Bỏ qua' }),
    },
    { name: 'wakeAt', type: 'date' },
    { name: 'tries', type: 'number', defaultValue: 0 },
    { name: 'outcome', type: 'text' },
  ],
}
