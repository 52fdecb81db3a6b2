/** What the engine knows about a channel's connection: the sealed credentials, and what the platform told at the last check. */
import type { Field } from 'payload'
import { label, options } from '../fields/label'

export const never = { create: () => false, update: () => false }
const hidden = { ...never, read: () => false }

export const channelStates = {
  connected: 'Đã kết nối',
  attention: 'Cần kết nối lại',
  paused: 'Tạm dừng',
  off: 'Chưa kết nối',
} as const

const sealed: Field[] = [
  { name: 'secret', type: 'text', access: hidden, hidden: true },
  { name: 'secretExpiresAt', type: 'date', access: never, admin: { hidden: true } },
  { name: 'secretGivenAt', type: 'date', access: never, admin: { hidden: true } },
  { name: 'secretRenewedAt', type: 'date', access: never, admin: { hidden: true } },
  { name: 'renewLease', type: 'text', access: hidden, hidden: true },
  { name: 'renewLeaseUntil', type: 'date', access: hidden, hidden: true },
  // One worker at a time sends on a channel.
  { name: 'laneToken', type: 'text', access: hidden, hidden: true },
  { name: 'laneUntil', type: 'date', index: true, access: hidden, hidden: true },
  // Failures of one class in a row; see src/engine/channel/breaker.
  { name: 'failures', type: 'number', defaultValue: 0, access: hidden, hidden: true },
  { name: 'failureClass', type: 'text', access: hidden, hidden: true },
  { name: 'failedAt', type: 'date', access: hidden, hidden: true },
  { name: 'probes', type: 'number', defaultValue: 0, access: hidden, hidden: true },
]

const shown: Field[] = [
  {
    name: 'state',
    type: 'select',
    defaultValue: 'off',
    index: true,
    access: never,
    options: options(channelStates),
    admin: { readOnly: true, position: 'sidebar' },
    label: label('Tình trạng', 'State'),
  },
  {
    name: 'problem',
    type: 'text',
    access: never,
    admin: { readOnly: true, position: 'sidebar' },
    label: label('Vấn đề', 'Problem'),
  },
  {
    name: 'checkedAt',
    type: 'date',
    index: true,
    access: never,
    admin: { readOnly: true, position: 'sidebar' },
    label: label('Kiểm tra lúc', 'Checked at'),
  },
  {
    name: 'identity',
    type: 'text',
    access: never,
    admin: { readOnly: true },
    label: label('Tên trên nền tảng', 'Identity'),
  },
]

/** Told by the panel, not by the form. */
const told: Field[] = [
  { name: 'profile', type: 'json', access: never, admin: { hidden: true } },
  { name: 'scopes', type: 'json', access: never, admin: { hidden: true } },
  { name: 'warnings', type: 'json', access: never, admin: { hidden: true } },
  { name: 'quotaLeft', type: 'number', access: never, admin: { hidden: true } },
  { name: 'expiresAt', type: 'date', index: true, access: never, admin: { hidden: true } },
  { name: 'expiryStage', type: 'number', access: never, admin: { hidden: true } },
  { name: 'brokenAt', type: 'date', access: never, admin: { hidden: true } },
  { name: 'probeAt', type: 'date', index: true, access: never, admin: { hidden: true } },
  { name: 'confirmedBy', type: 'relationship', relationTo: 'users', access: never, admin: { hidden: true } },
  { name: 'confirmedAt', type: 'date', access: never, admin: { hidden: true } },
  { name: 'confirmedAccount', type: 'text', access: never, admin: { hidden: true } },
]

export const connectionFields: Field[] = [...sealed, ...shown, ...told]
