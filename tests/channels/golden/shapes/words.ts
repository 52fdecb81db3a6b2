/** A draft as an editor reads it: every word that goes out and what it goes out with, without sizes and checksums. */
import { show } from '../show'
import type { Rendered } from './materials'

type Fields = Record<string, unknown>

/** One sample in all its shapes; of the further shapes only what is not as in the first. */
export function readable(rendered: readonly Rendered[]): string {
  const posts = rendered.map(({ draft }) => withoutFacts(draft.post as Fields))
  const first = posts[0] ?? {}
  const seen = new Set<string>()
  const pages = posts.map((post) => (post === first ? post : changed(post, first))).map((post) => once(post, seen))
  return rendered.map(({ name }, place) => `─── ${name}\n${show(pages[place])}`).join('\n\n')
}

function withoutFacts({ media, ...rest }: Fields & { media?: { role: string; alt: string }[] }): Fields {
  return media ? { ...rest, media: media.map(({ role, alt }) => `${role}: ${alt}`) } : rest
}

function changed(post: Fields, first: Fields): Fields {
  return Object.fromEntries(
    Object.entries(post).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(first[name])),
  )
}

/** Long words that stand above already. */
function once(value: unknown, seen: Set<string>): unknown {
  if (typeof value === 'string') return value.length > 40 && isKnown(value, seen) ? '(như trên)' : value
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map((inner) => once(inner, seen))
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, once(inner, seen)]))
}

function isKnown(text: string, seen: Set<string>): boolean {
  if (seen.has(text)) return true
  seen.add(text)
  return false
}
