import { createHash } from 'node:crypto'
import type { WallPost } from '../contract'

export type Verdict = {
  /** Visible posts per `platform|account|marker`, the marker being the code of a tracked link. */
  posts: Record<string, number>
  twice: string[]
  /** Of the keys that were asked for with `expect`. */
  missing: string[]
  /** Of the keys that were expected with the SHA-256 of a text: none of their posts has that text, to the byte. */
  wrong: string[]
  /** Visible posts that hold no tracked link. */
  unmarked: number
}

/** Each of `expected` is `platform|account|marker`, or that with `|` and the SHA-256 of the post's text behind it. */
export function judge(walls: readonly WallPost[], expected: readonly string[]): Verdict {
  const visible = walls.filter((post) => post.state === 'visible')
  const found = new Map<string, WallPost[]>()
  let unmarked = 0
  for (const post of visible) {
    const markers = markersOf(post)
    if (markers.length === 0) unmarked += 1
    for (const marker of markers) {
      const key = `${post.platform}|${post.account}|${marker}`
      found.set(key, [...(found.get(key) ?? []), post])
    }
  }
  const keys = [...found.keys()]
  return {
    posts: Object.fromEntries([...found].map(([key, posts]) => [key, posts.length])),
    twice: keys.filter((key) => (found.get(key) ?? []).length > 1),
    missing: expected.map((one) => readExpectation(one).key).filter((key) => !found.has(key)),
    wrong: expected.map(readExpectation).flatMap(({ key, sha256 }) => {
      const posts = found.get(key) ?? []
      const isWrong = sha256 !== null && posts.length > 0 && !posts.some(({ text }) => hashText(text) === sha256)
      return isWrong ? [key] : []
    }),
    unmarked,
  }
}

export function hashText(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

function readExpectation(expectation: string): { key: string; sha256: string | null } {
  const [, key, sha256] = /^(.*\|.*\|[^|]*)\|([0-9a-f]{64})$/.exec(expectation) ?? []
  return key && sha256 ? { key, sha256 } : { key: expectation, sha256: null }
}

/** Each marker once per post, however often the post repeats its link. */
export function markersOf(post: WallPost): string[] {
  const found = `${post.text}\n${post.link ?? ''}`.matchAll(/\/l\/([A-Za-z0-9_-]+)/g)
  return [...new Set([...found].map((match) => match[1] ?? ''))]
}
