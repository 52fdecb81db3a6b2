/** The article list is the only place where Zalo tells numbers; everything else is on its own screens. */
import type { Call, Live, Reading } from '../contract'
import { readAccount } from './api/account'
import { findListed, type Listed } from './api/list'
import { API_VERSION } from './limits'

type Amount = { value: number } | { value: null; because: string }

const NOT_GIVEN = 'Zalo không cung cấp số này qua hệ thống; chỉ xem được trên trang quản lý OA.'

export async function measure(posts: readonly Live[], call: Call): Promise<Reading[]> {
  if (posts.length === 0) return []
  const listed = await readListed(call, new Set(posts.map(({ remoteId }) => remoteId)))
  return posts.flatMap((post) => toReadings(post, listed.get(post.remoteId)))
}

/** Page after page, until all have been seen. */
async function readListed(call: Call, wanted: Set<string>): Promise<Map<string, Listed>> {
  const found = new Map<string, Listed>()
  await findListed(call, async (article) => {
    if (wanted.has(article.id)) found.set(article.id, article)
    return found.size === wanted.size
  })
  return found
}

function toReadings({ publication }: Live, listed: Listed | undefined): Reading[] {
  const reading = (metric: Reading['metric'], definition: string, amount: Amount): Reading => ({
    publication,
    metric,
    definition,
    apiVersion: API_VERSION,
    ...amount,
  })
  return [
    reading('views', 'getslice.total_view', amountOf(listed, listed?.total_view)),
    reading('shares', 'getslice.total_share', amountOf(listed, listed?.total_share)),
    reading('reactions', 'không có', { value: null, because: NOT_GIVEN }),
    reading('comments', 'không có', { value: null, because: NOT_GIVEN }),
    reading('reach', 'không có', { value: null, because: NOT_GIVEN }),
  ]
}

function amountOf(listed: Listed | undefined, value: number | null | undefined): Amount {
  if (!listed) return { value: null, because: 'Không thấy bài trong danh sách bài viết của Official Account.' }
  return typeof value === 'number' ? { value } : { value: null, because: 'Zalo không trả số này cho bài.' }
}

export async function audience(call: Call): Promise<Reading[]> {
  const { num_follower: followers } = await readAccount(call)
  const amount: Amount =
    typeof followers === 'number' ? { value: followers } : { value: null, because: 'Zalo không trả số người quan tâm.' }
  return [
    { publication: null, metric: 'followers', definition: 'getoa.num_follower', apiVersion: API_VERSION, ...amount },
  ]
}
