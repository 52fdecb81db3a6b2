import type { GlobalConfig } from 'payload'
import { anyoneSignedIn, nobody } from '@/access'

/** The one switch over everything: set only by the verbs `pause` and `resume`. */
export const switchboard: GlobalConfig = {
  slug: 'switchboard',
  label: { vi: 'Công tắc chung', en: 'Switchboard' },
  admin: { hidden: true },
  access: { read: anyoneSignedIn, update: nobody },
  fields: [
    { name: 'paused', type: 'checkbox', defaultValue: false },
    { name: 'because', type: 'text' },
    { name: 'by', type: 'text' },
    { name: 'at', type: 'date' },
  ],
}
