/** The rows the engine works on, as `src/platform/database` gives them. */
import type { Draft, Json } from '@/channels/contract'
import type { LatePolicy } from '@/publishing/due'
import type { State } from '@/publishing/states'

export type Snapshot = { draft: Draft; content: { kind: string; id: string; version: string } }

export type Publication = {
  id: string
  title: string
  contentKind: string
  contentId: string
  channel: string
  platform: string
  organization: string
  dueAt: Date
  state: State
  revision: number
  latePolicy: LatePolicy
  lateAfterMinutes: number
  snapshot: Snapshot | null
  approvedHash: string | null
  contentVersion: string | null
  trackedCode: string
  wakeAt: Date | null
  leaseToken: string | null
  leaseUntil: Date | null
  retryAt: Date | null
  tries: number
  sends: number
  attemptNumber: number
  looks: number
  samples: number
  armedAt: Date | null
  absentSince: Date | null
  ticket: Json
  auditHash: string | null
  remoteId: string | null
  remoteUrl: string | null
  publishedAt: Date | null
  heldBecause: string | null
  [field: string]: unknown
}

export type ChannelRow = {
  id: string
  name: string
  platform: string
  organization: string
  externalId: string
  url: string | null
  secret: string | null
  secretExpiresAt: Date | null
  renewLeaseUntil: Date | null
  state: 'connected' | 'attention' | 'paused' | 'off'
  checkedAt: Date | null
  notBefore: Date | null
  signature: string | null
  legalNoteAcceptedBy: string | null
  [field: string]: unknown
}

export type AttemptStep = { at: string; step: string; data: Json }

export type Attempt = {
  id: string
  publication: string
  number: number
  steps: AttemptStep[] | null
  [field: string]: unknown
}
