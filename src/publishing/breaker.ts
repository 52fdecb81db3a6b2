/** When a channel is left alone for a while because one post after the other failed there. Pure. */

type Failure = {
  kind: 'rejected' | 'unauthorized' | 'throttled' | 'unavailable' | 'outcome-unknown'
  code: string
  /** Null when the driver refused before it asked the platform. */
  httpStatus: number | null
}

/** Our own fault, whatever the platform does. */
const OURS = 'internal'

/**
 * What counts together; null for what says nothing about the platform's health: it asks for a rest itself, its token has a
 * rule of its own, our driver saw what is wrong with one post, or the fault is ours.
 */
export function failureClassOf({ kind, code, httpStatus }: Failure): string | null {
  if (code === OURS) return null
  switch (kind) {
    case 'throttled':
    case 'unauthorized':
      return null
    case 'rejected':
      return httpStatus === null ? null : `rejected ${code}`
    case 'unavailable':
    case 'outcome-unknown':
      return kind
  }
}

/** An outage is known before the first post has used up its tries (`MOST_TRIES`). */
const USUAL = 5

/** Each of these leaves a post of which nobody knows whether it is up. */
const DOUBTFUL = 3

/** So many failures of one class in a row, and nothing more is sent there. */
export function mostInARow(failureClass: string): number {
  return failureClass === 'outcome-unknown' ? DOUBTFUL : USUAL
}

const LONGEST_SECONDS = 3600

/** Seconds until the platform is asked again: a minute, doubled with every time in vain, at most an hour. */
export function probeSeconds(probes: number): number {
  return Math.min(LONGEST_SECONDS, 60 * 2 ** Math.min(probes, 10))
}

/** For the owners: what happened, and that nobody has to do anything yet. */
export function describeBreak(failureClass: string): string {
  return `${happened(failureClass)} Kênh tạm ngừng gửi; hệ thống tự thử lại và gửi tiếp khi nền tảng trả lời tốt.`
}

function happened(failureClass: string): string {
  const times = mostInARow(failureClass)
  if (failureClass === 'unavailable') return `Nền tảng không nhận bài ${times} lần liên tiếp.`
  if (failureClass === 'outcome-unknown') return `${times} bài liên tiếp gửi đi mà nền tảng không trả lời rõ.`
  const code = failureClass.replace(/^rejected /, '')
  return `Nền tảng từ chối ${times} bài liên tiếp vì cùng một lý do (mã ${code}).`
}
