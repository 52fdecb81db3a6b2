import type { Field } from 'payload'
import { label, options } from '../fields/label'
import { organizationField } from '../fields/organization'

export const fields: Field[] = [
  { name: 'quotaProgress', type: 'ui', admin: { components: { Field: '@/admin/plan-progress#PlanProgress' } } },
  { name: 'title', type: 'text', required: true, label: label('Tên kế hoạch', 'Title') },
  { name: 'number', type: 'text', index: true, label: label('Số, ký hiệu', 'Number') },
  { name: 'issuedOn', type: 'date', label: label('Ngày ban hành', 'Issued on') },
  { name: 'issuer', type: 'text', label: label('Cơ quan ban hành', 'Issuer') },
  { name: 'signer', type: 'text', label: label('Người ký', 'Signer') },
  { name: 'from', type: 'date', required: true, index: true, label: label('Từ ngày', 'From') },
  { name: 'to', type: 'date', required: true, label: label('Đến ngày', 'To') },
  organizationField,
  { name: 'parentPlan', type: 'relationship', relationTo: 'plans', label: label('Kế hoạch cấp trên', 'Parent plan') },
  {
    name: 'state',
    type: 'select',
    defaultValue: 'running',
    options: options({ draft: 'Dự thảo', running: 'Đang thực hiện', ended: 'Đã kết thúc' }),
    label: label('Tình trạng', 'State'),
  },
]
