/** The rows the engine works on, as `src/platform/database` gives them. */
import type { Draft, Json, Profile } from '@/channels/contract'
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
  clicks: number | null
  armedAt: Date | null
  absentSince: Date | null
  ticket: Json
  auditHash: string | null
  remoteId: string | null
  remoteUrl: string | null
  publishedAt: Date | null
  heldBecause: string | null
  /** Its item is being taken back from everywhere. */
  recalledAt: Date | null
  recallStage: RecallStage | null
  recallMessage: string | null
  recallTries: number | null
  recallWakeAt: Date | null
  [field: string]: unknown
}

/** How far a recall has come with a post that is still up: it works on it, a person has to, or it does not get on. */
export type RecallStage = 'waiting' | 'by-hand' | 'failed'

export type ChannelState = 'connected' | 'attention' | 'paused' | 'off'

export type ChannelRow = {
  id: string
  name: string
  platform: string
  organization: string
  externalId: string
  url: string | null
  secret: string | null
  secretExpiresAt: Date | null
  /** When a person gave these credentials, by pasting or signing in; a renewal does not touch it. */
  secretGivenAt: Date | null
  secretRenewedAt: Date | null
  renewLeaseUntil: Date | null
  state: ChannelState
  problem: string | null
  checkedAt: Date | null
  /** As the platform told it at the last check; a person confirms that this is the right page. */
  profile: Profile | null
  confirmedAt: Date | null
  confirmedAccount: string | null
  expiresAt: Date | null
  /** At the last check, in the platform's window of then; null where it does not say. */
  quotaLeft: number | null
  /** The smallest of 14, 7, 3, 1 days that the end is nearer than. */
  expiryStage: number | null
  notBefore: Date | null
  /** Of one class, in a row; whether a good send came after the last of them is asked at the next. */
  failures: number | null
  failureClass: string | null
  failedAt: Date | null
  /** Since when nothing is sent because of them, and when the platform is asked again. */
  brokenAt: Date | null
  probeAt: Date | null
  /** Probes in vain since the last good send. */
  probes: number | null
  /** The least time between two posts here; the platform's own when null. */
  pacingSeconds: number | null
  laneUntil: Date | null
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
