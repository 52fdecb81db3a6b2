import type { Field } from 'payload'
import { label } from '../fields/label'
import { hidden, hour, readOnly } from './looks'

/** What became of it: live, refused, held, gone. */
export const outcomeFields: Field[] = [
  { name: 'remoteId', type: 'text', index: true, label: label('Mã trên nền tảng', 'Remote id'), admin: readOnly },
  {
    name: 'remoteUrl',
    type: 'text',
    label: label('Đường dẫn', 'Link'),
    admin: { ...readOnly, components: { Cell: '@/admin/cells#LinkCell' } },
  },
  {
    name: 'publishedAt',
    type: 'date',
    index: true,
    label: label('Lên lúc', 'Published at'),
    admin: { ...readOnly, ...hour },
  },
  {
    name: 'updatedLiveAt',
    type: 'date',
    label: label('Cập nhật trên nền tảng lúc', 'Updated there at'),
    admin: { ...readOnly, ...hour, condition: (data) => Boolean(data.updatedLiveAt) },
  },
  {
    name: 'commentedAt',
    type: 'date',
    label: label('Bình luận mới nhất lúc', 'Latest comment at'),
    admin: { ...readOnly, ...hour, condition: (data) => Boolean(data.commentedAt) },
  },
  /** What did not go as meant although the post is up: `[{ code, message }]`. */
  { name: 'remarks', type: 'json', admin: hidden },
  { name: 'withdrawnAt', type: 'date', admin: hidden },
  {
    name: 'withdrawnBecause',
    type: 'text',
    label: label('Vì sao không còn', 'Why it is gone'),
    admin: { ...readOnly, condition: (data) => Boolean(data.withdrawnBecause) },
  },
  { name: 'failureKind', type: 'text', admin: hidden },
  {
    name: 'failureCode',
    type: 'text',
    label: label('Mã lỗi của nền tảng', 'Failure code'),
    admin: { ...readOnly, condition: (data) => Boolean(data.failureCode) },
  },
  {
    name: 'failureMessage',
    type: 'text',
    label: label('Lý do', 'Failure'),
    admin: { ...readOnly, condition: (data) => Boolean(data.failureMessage) },
  },
  { name: 'heldBecause', type: 'text', admin: hidden },
  {
    name: 'heldMessage',
    type: 'text',
    label: label('Lý do giữ lại', 'Held because'),
    admin: { ...readOnly, condition: (data) => Boolean(data.heldMessage) },
  },
]
