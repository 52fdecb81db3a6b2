import type { ChannelState } from '../../rows'

/**
 * New credentials, or another account: nothing that was known of the connection holds any more. Nothing is sent with them
 * before a check has seen whose they are; what falls due meanwhile is held and goes on after it.
 */
export function freshStart(state: ChannelState, now = new Date()) {
  return {
    state: state === 'paused' ? ('paused' as const) : ('off' as const),
    checkedAt: null,
    secretGivenAt: now.toISOString(),
    secretRenewedAt: null,
    renewLease: null,
    renewLeaseUntil: null,
    profile: null,
    expiresAt: null,
    expiryStage: null,
    failures: 0,
    failureClass: null,
    failedAt: null,
    brokenAt: null,
    probeAt: null,
    probes: 0,
  }
}
