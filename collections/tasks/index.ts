import type { CollectionConfig } from 'payload'
import { creatorsWithDuty, membersParentsAndChildren, nobody, withDuty } from '@/access'
import { label, labels, options } from '../fields/label'
import { organizationField } from '../fields/organization'
import { typedList } from '../fields/typed-list'
import { normaliseText } from '../hooks/normalise-text'

const states = {
  'not-started': 'Chưa bắt đầu',
  running: 'Đang thực hiện',
  done: 'Hoàn thành',
  late: 'Quá hạn',
  dropped: 'Không thực hiện',
}

export const tasks: CollectionConfig = {
  slug: 'tasks',
  labels: labels('Nhiệm vụ', 'Tasks'),
  disableDuplicate: true,
  admin: {
    useAsTitle: 'text',
    group: label('Kế hoạch', 'Planning'),
    defaultColumns: ['code', 'text', 'product', 'state'],
  },
  access: {
    read: membersParentsAndChildren,
    create: creatorsWithDuty('plan'),
    update: withDuty('plan'),
    delete: nobody,
  },
  fields: [
    {
      name: 'plan',
      type: 'relationship',
      relationTo: 'plans',
      required: true,
      index: true,
      label: label('Kế hoạch', 'Plan'),
    },
    organizationField,
    { name: 'code', type: 'text', required: true, index: true, label: label('Mã', 'Code') },
    { name: 'group', type: 'text', label: label('Nhóm nhiệm vụ', 'Group') },
    { name: 'text', type: 'textarea', required: true, label: label('Nhiệm vụ', 'Task') },
    typedList('leads', label('Cơ quan chủ trì', 'Lead agencies')),
    typedList('coordinators', label('Cơ quan phối hợp', 'Coordinating agencies')),
    { name: 'product', type: 'text', label: label('Sản phẩm công việc', 'Product') },
    { name: 'period', type: 'text', label: label('Thời gian (nguyên văn)', 'Period as written') },
    { name: 'from', type: 'date', label: label('Từ ngày', 'From') },
    { name: 'to', type: 'date', label: label('Đến ngày', 'To') },
    {
      name: 'state',
      type: 'select',
      defaultValue: 'running',
      index: true,
      options: options(states),
      label: label('Trạng thái', 'State'),
    },
    {
      name: 'budgetLines',
      type: 'array',
      label: label('Kinh phí', 'Budget'),
      labels: labels('Dòng kinh phí', 'Budget lines'),
      fields: [
        { name: 'source', type: 'text', label: label('Nguồn kinh phí', 'Source') },
        { name: 'planned', type: 'number', min: 0, label: label('Dự toán (đồng)', 'Planned (VND)') },
        { name: 'spent', type: 'number', min: 0, label: label('Đã thực hiện (đồng)', 'Spent (VND)') },
      ],
    },
    { name: 'note', type: 'textarea', label: label('Ghi chú', 'Note') },
  ],
  hooks: { beforeValidate: [normaliseText] },
}
