import type { WallPost } from '../contract'

export type Verdict = {
  /** Visible posts per `platform|account|marker`, the marker being the code of a tracked link. */
  posts: Record<string, number>
  twice: string[]
  /** Of the keys that were asked for with `expect`. */
  missing: string[]
  /** Visible posts that hold no tracked link. */
  unmarked: number
}

export function judge(walls: readonly WallPost[], expected: readonly string[]): Verdict {
  const visible = walls.filter((post) => post.state === 'visible')
  const keys = visible.flatMap((post) => markersOf(post).map((marker) => `${post.platform}|${post.account}|${marker}`))
  const posts: Record<string, number> = {}
  for (const key of keys) posts[key] = (posts[key] ?? 0) + 1
  return {
    posts,
    twice: Object.keys(posts).filter((key) => (posts[key] ?? 0) > 1),
    missing: expected.filter((key) => !posts[key]),
    unmarked: visible.filter((post) => markersOf(post).length === 0).length,
  }
}

/** Each marker once per post, however often the post repeats its link. */
export function markersOf(post: WallPost): string[] {
  const found = `${post.text}\n${post.link ?? ''}`.matchAll(/\/l\/([A-Za-z0-9_-]+)/g)
  return [...new Set([...found].map((match) => match[1] ?? ''))]
}
