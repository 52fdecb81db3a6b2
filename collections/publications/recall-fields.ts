import type { Field } from 'payload'
import { label } from '../fields/label'
import { hidden, ofTheEngine, readOnly } from './looks'

/** Being taken back with its whole item, and what stood wrong here being put right. */
export const recallFields: Field[] = [
  { name: 'recalledAt', type: 'date', admin: hidden },
  // waiting, by-hand, failed; empty once it is down.
  { name: 'recallStage', type: 'text', index: true, admin: hidden },
  {
    name: 'recallMessage',
    type: 'textarea',
    label: label('Thu hồi', 'Recall'),
    admin: { ...readOnly, condition: (data) => Boolean(data.recallMessage) },
  },
  { name: 'recallTries', type: 'number', defaultValue: 0, ...ofTheEngine },
  { name: 'recallWakeAt', type: 'date', admin: hidden },
  // A correction that a person put up by hand where the system could not.
  { name: 'correctedUrl', type: 'text', admin: hidden },
  { name: 'correctedAt', type: 'date', admin: hidden },
  { name: 'correctedBy', type: 'text', admin: hidden },
]
