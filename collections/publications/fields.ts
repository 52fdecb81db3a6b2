import type { Field } from 'payload'
import { channels } from '@/channels/registry'
import { stateLabels } from '@/publishing/labels'
import { states } from '@/publishing/states'
import { label, options } from '../fields/label'
import { latePolicyLabels } from '../organizations/fields'
import { organizationField } from '../fields/organization'
import { createdAt, updatedAt } from '../fields/timestamps'
import { kindLabels } from '../fields/kinds'
import { hidden, hour, ofTheEngine, readOnly } from './looks'
import { outcomeFields } from './outcome-fields'
import { recallFields } from './recall-fields'

const platformLabels = Object.fromEntries(channels.map((channel) => [channel.platform, channel.label]))

/** First, so that the panel stands at the top of the page. */
const verbsField: Field = {
  name: 'verbs',
  type: 'ui',
  label: label('Thao tác', 'Actions'),
  admin: {
    components: { Cell: '@/admin/verbs-cell#VerbsCell', Field: '@/admin/publication-panel#PublicationPanel' },
  },
}

const whatFields: Field[] = [
  { name: 'title', type: 'text', required: true, label: label('Nội dung', 'Title'), admin: readOnly },
  {
    name: 'contentKind',
    type: 'select',
    required: true,
    options: options(kindLabels),
    label: label('Loại', 'Kind'),
    admin: readOnly,
  },
  { name: 'contentId', type: 'text', required: true, admin: hidden },
  {
    name: 'channel',
    type: 'relationship',
    relationTo: 'channels',
    required: true,
    label: label('Kênh', 'Channel'),
    admin: readOnly,
  },
  {
    name: 'platform',
    type: 'select',
    required: true,
    options: options(platformLabels),
    label: label('Nền tảng', 'Platform'),
    admin: readOnly,
  },
  organizationField,
  {
    name: 'campaign',
    type: 'relationship',
    relationTo: 'campaigns',
    label: label('Chiến dịch', 'Campaign'),
    admin: readOnly,
  },
  {
    name: 'audiences',
    type: 'relationship',
    relationTo: 'audiences',
    hasMany: true,
    label: label('Đối tượng', 'Audiences'),
    admin: readOnly,
  },
  {
    name: 'topics',
    type: 'relationship',
    relationTo: 'topics',
    hasMany: true,
    label: label('Chủ đề', 'Topics'),
    admin: readOnly,
  },
]

const whenFields: Field[] = [
  {
    name: 'dueAt',
    type: 'date',
    required: true,
    index: true,
    label: label('Giờ đăng', 'Due'),
    admin: { ...readOnly, ...hour },
  },
  {
    name: 'state',
    type: 'select',
    required: true,
    defaultValue: 'draft',
    options: states.map((value) => ({ value, label: stateLabels[value] })),
    label: label('Trạng thái', 'State'),
    admin: { ...readOnly, components: { Cell: '@/admin/cells#StateCell' } },
  },
  {
    name: 'reason',
    type: 'ui',
    label: label('Lý do', 'Reason'),
    admin: { components: { Cell: '@/admin/cells#ReasonCell' } },
  },
  {
    name: 'latePolicy',
    type: 'select',
    required: true,
    defaultValue: 'hold',
    options: options(latePolicyLabels),
    label: label('Khi quá giờ', 'When late'),
    admin: readOnly,
  },
  { name: 'lateAfterMinutes', type: 'number', required: true, defaultValue: 60, admin: hidden },
  { name: 'priority', type: 'number', defaultValue: 0, admin: hidden },
]

const approvedFields: Field[] = [
  { name: 'snapshot', type: 'json', label: label('Bản chốt', 'Snapshot'), admin: hidden },
  { name: 'approvedHash', type: 'text', admin: hidden },
  { name: 'contentVersion', type: 'text', admin: hidden },
  { name: 'approvals', type: 'json', admin: hidden },
  { name: 'trackedCode', type: 'text', unique: true, admin: hidden },
  // One living publication per item and channel, kept by the database: two editors at once cannot plan the same post twice.
  { name: 'placeKey', type: 'text', unique: true, ...ofTheEngine },
]

const engineFields: Field[] = [
  { name: 'revision', type: 'number', required: true, defaultValue: 0, admin: hidden },
  { name: 'wakeAt', type: 'date', ...ofTheEngine },
  { name: 'leaseToken', type: 'text', ...ofTheEngine },
  { name: 'leaseUntil', type: 'date', ...ofTheEngine },
  { name: 'retryAt', type: 'date', ...ofTheEngine },
  { name: 'tries', type: 'number', defaultValue: 0, ...ofTheEngine },
  { name: 'sends', type: 'number', defaultValue: 0, ...ofTheEngine },
  { name: 'attemptNumber', type: 'number', defaultValue: 0, ...ofTheEngine },
  { name: 'looks', type: 'number', defaultValue: 0, ...ofTheEngine },
  { name: 'samples', type: 'number', defaultValue: 0, ...ofTheEngine },
  // Of its tracked link, whoever it was.
  { name: 'clicks', type: 'number', defaultValue: 0, ...ofTheEngine },
  { name: 'armedAt', type: 'date', ...ofTheEngine },
  { name: 'absentSince', type: 'date', ...ofTheEngine },
  { name: 'ticket', type: 'json', ...ofTheEngine },
  { name: 'auditHash', type: 'text', ...ofTheEngine },
  // The platform itself said that the post is there: its absence from a list is believed no more.
  { name: 'witnessedAt', type: 'date', ...ofTheEngine },
  // Somebody here takes it down at this moment: the platform's word of it is then about us.
  { name: 'withdrawAskedAt', type: 'date', ...ofTheEngine },
  { name: 'preflightAt', type: 'date', admin: hidden },
  { name: 'preflightProblems', type: 'json', admin: hidden },
]

export const fields: Field[] = [
  verbsField,
  ...whatFields,
  ...whenFields,
  ...approvedFields,
  ...engineFields,
  ...outcomeFields,
  ...recallFields,
  updatedAt,
  createdAt,
]
