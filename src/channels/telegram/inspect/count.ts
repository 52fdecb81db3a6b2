import { countText, type Draft, type TextCount } from '../../contract'
import { limits } from '../limits'
import type { TelegramPart, TelegramPost } from '../options'
import { visibleText } from '../text/html'

/** A post is several messages: of each limit the fullest of the texts that it is about. */
export function count({ post }: Draft<TelegramPost>): TextCount[] {
  const texts = post.parts.flatMap(textsOf)
  return Object.entries(limits.texts).flatMap(([name, { max, unit }]) => {
    const used = texts.filter((text) => text.name === name).map(({ text }) => countText(text, unit))
    return used.length === 0 ? [] : [{ name, used: Math.max(...used), max, unit }]
  })
}

function textsOf(part: TelegramPart): { name: keyof typeof limits.texts; text: string }[] {
  if (part.kind !== 'poll') return [{ name: part.kind === 'text' ? 'text' : 'caption', text: visibleText(part.html) }]
  return [
    { name: 'pollQuestion', text: part.question },
    ...part.options.map((text) => ({ name: 'pollOption' as const, text })),
  ]
}
