/** What can be said about a broadcast before its hour: Zalo's night, and the quota of the package. */
import type { Draft, Problem, Prospect } from '../../contract'
import { NIGHT_SENTENCE } from '../meanings'
import type { ZaloPost } from '../options'
import { isNight } from '../publish/night'
import { QUOTA_SENTENCE } from '../publish/remarks'

export function foresee({ post }: Draft<ZaloPost>, { dueAt, quotaLeft }: Prospect): Problem[] {
  if (!post.broadcast) return []
  return [
    ...(isNight(dueAt) ? [{ code: 'broadcast-at-night', message: NIGHT_SENTENCE }] : []),
    ...(quotaLeft === 0 ? [{ code: 'broadcast-quota-spent', message: QUOTA_SENTENCE }] : []),
  ]
}
