/** The field group that every kind of content shares, written once (model.md, "What is said"). */
import type { Field } from 'payload'
import type { approvalStates } from '@/approval'
import { label, labels, options } from './label'
import { organizationField } from './organization'
import { typedList } from './typed-list'
import { variantsField } from './variants'

export const approvalLabels: Readonly<Record<(typeof approvalStates)[number], string>> = {
  draft: 'Bản nháp',
  in_review: 'Chờ duyệt',
  returned: 'Trả lại (cần sửa)',
  approved: 'Đã duyệt',
  retracted: 'Đã thu hồi',
  archived: 'Lưu trữ',
}

const aiUses = { none: 'Không dùng AI', assisted: 'Có hỗ trợ của AI', generated: 'Nội dung do AI tạo' }

const never = { create: () => false, update: () => false }

const headFields: Field[] = [
  { name: 'title', type: 'text', required: true, maxLength: 250, label: label('Tiêu đề', 'Title') },
  { name: 'lead', type: 'textarea', maxLength: 600, label: label('Sapo (dẫn nhập)', 'Lead') },
]

const sortingFields: Field[] = [
  {
    name: 'slug',
    type: 'text',
    index: true,
    label: label('Đường dẫn', 'Slug'),
    admin: { position: 'sidebar', description: label('Để trống: lấy từ tiêu đề.', 'Empty: from the title.') },
  },
  organizationField,
  {
    name: 'audiences',
    type: 'relationship',
    relationTo: 'audiences',
    hasMany: true,
    required: true,
    label: label('Đối tượng', 'Audiences'),
    admin: { position: 'sidebar' },
    validate: (value: unknown) => (Array.isArray(value) && value.length > 0) || 'Hãy chọn ít nhất một đối tượng.',
  },
  {
    name: 'topics',
    type: 'relationship',
    relationTo: 'topics',
    hasMany: true,
    required: true,
    label: label('Chủ đề', 'Topics'),
    admin: { position: 'sidebar' },
    validate: (value: unknown) => (Array.isArray(value) && value.length > 0) || 'Hãy chọn ít nhất một chủ đề.',
  },
  {
    name: 'campaign',
    type: 'relationship',
    relationTo: 'campaigns',
    index: true,
    label: label('Chiến dịch', 'Campaign'),
    admin: { position: 'sidebar' },
  },
  {
    name: 'tasks',
    type: 'relationship',
    relationTo: 'tasks',
    hasMany: true,
    label: label('Nhiệm vụ', 'Tasks'),
    admin: { position: 'sidebar' },
  },
  typedList('hashtags', label('Thẻ hashtag', 'Hashtags')),
]

const sourceFields: Field[] = [
  {
    name: 'authors',
    type: 'array',
    label: label('Tác giả', 'Authors'),
    labels: labels('Tác giả', 'Authors'),
    fields: [
      { name: 'user', type: 'relationship', relationTo: 'users', label: label('Người dùng', 'User') },
      { name: 'penName', type: 'text', label: label('Bút danh', 'Pen name') },
    ],
  },
  {
    name: 'source',
    type: 'group',
    label: label('Nguồn tin', 'Source'),
    fields: [
      { name: 'name', type: 'text', label: label('Tên nguồn', 'Name') },
      { name: 'url', type: 'text', label: label('Địa chỉ', 'Address') },
      { name: 'reuseRight', type: 'text', label: label('Quyền sử dụng lại', 'Right to reuse') },
    ],
  },
  {
    name: 'aiUse',
    type: 'group',
    label: label('Sử dụng AI', 'Use of AI'),
    fields: [
      {
        name: 'degree',
        type: 'select',
        defaultValue: 'none',
        options: options(aiUses),
        label: label('Mức độ', 'Degree'),
      },
      { name: 'tool', type: 'text', label: label('Công cụ', 'Tool') },
      { name: 'note', type: 'text', label: label('Ghi chú', 'Note') },
    ],
  },
  {
    name: 'factCheck',
    type: 'group',
    label: label('Kiểm chứng', 'Fact check'),
    fields: [
      { name: 'by', type: 'relationship', relationTo: 'users', label: label('Người kiểm chứng', 'By') },
      { name: 'on', type: 'date', label: label('Ngày', 'On') },
      { name: 'sources', type: 'textarea', label: label('Nguồn đối chiếu', 'Sources') },
    ],
  },
  {
    name: 'language',
    type: 'text',
    defaultValue: 'vi',
    label: label('Ngôn ngữ', 'Language'),
    admin: { position: 'sidebar' },
  },
  {
    name: 'reviewAfter',
    type: 'date',
    label: label('Rà soát lại sau ngày', 'Review after'),
    admin: { position: 'sidebar' },
  },
]

const computedFields: Field[] = [
  {
    name: 'approval',
    type: 'group',
    label: label('Duyệt', 'Approval'),
    access: never,
    admin: { hidden: true },
    fields: [
      {
        name: 'state',
        type: 'select',
        defaultValue: 'draft',
        index: true,
        options: options(approvalLabels),
        label: label('Tình trạng duyệt', 'Approval'),
      },
      { name: 'step', type: 'number', defaultValue: 0 },
      { name: 'decisions', type: 'json', defaultValue: [] },
    ],
  },
  {
    name: 'live',
    type: 'json',
    virtual: true,
    access: never,
    label: label('Đang ở đâu', 'Live'),
    admin: { hidden: true, disableListColumn: false, components: { Cell: '@/admin/live-cell#LiveCell' } },
  },
  { name: 'createdBy', type: 'relationship', relationTo: 'users', index: true, access: never, admin: { hidden: true } },
  { name: 'writers', type: 'relationship', relationTo: 'users', hasMany: true, access: never, admin: { hidden: true } },
  { name: 'contentHash', type: 'text', access: never, admin: { hidden: true } },
  {
    name: 'searchText',
    type: 'text',
    label: label('chữ không dấu', 'text without marks'),
    access: never,
    admin: { hidden: true },
  },
  { name: 'sortKey', type: 'text', index: true, access: never, admin: { hidden: true } },
]

const deskField: Field = { name: 'desk', type: 'ui', admin: { components: { Field: '@/admin/desk-panel#DeskPanel' } } }

/** Beside the variants: what each place will get of all this. */
const previewField: Field = {
  name: 'preview',
  type: 'ui',
  admin: { components: { Field: '@/admin/preview/panel#PreviewPanel' } },
}

/** `own` are the kind's own fields, between the head and the variants. */
export function contentFields(own: Field[]): Field[] {
  return [
    deskField,
    ...headFields,
    ...own,
    variantsField,
    previewField,
    ...sortingFields,
    ...sourceFields,
    ...computedFields,
  ]
}
