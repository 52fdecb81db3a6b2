/** How much of each text limit a draft uses, counted the platform's way. */
import { type Channel, countText, type Draft, type TextCount } from '@/channels/contract'

export type { TextCount }

/** A driver that counts in its own way says so itself; otherwise the field of the post that bears the limit's name is counted. */
export function countTexts(driver: Channel, draft: Draft): TextCount[] {
  if (driver.count) return driver.count(draft)
  return Object.entries(driver.limits.texts).flatMap(([name, { max, unit }]) => {
    const text = textNamed(name, draft)
    return text === null ? [] : [{ name, used: countText(text, unit), max, unit }]
  })
}

function textNamed(name: string, draft: Draft): string | null {
  const post = draft.post as Readonly<Record<string, unknown>>
  const value = post[name] ?? (draft as unknown as Readonly<Record<string, unknown>>)[name]
  if (typeof value === 'string') return value
  return Array.isArray(value) && value.every((part) => typeof part === 'string') ? value.join(',') : null
}
