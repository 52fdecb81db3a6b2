/** Mean advances of Be Vietnam Pro Bold, a little on the wide side: nothing here can measure glyphs before they are set. */
const WIDE = 0.72
const NARROW = 0.57

export type Room = { width: number; height: number; lineHeight: number; largest: number; smallest: number }

export type Fitted = { text: string; fontSize: number }

/** The words at the largest size that fits; at the smallest size what still does not fit is cut at a word, with “…”. */
export function fitText(text: string, room: Room): Fitted {
  let fontSize = room.largest
  while (fontSize > room.smallest && !fits(text, { room, fontSize })) fontSize *= 0.96
  fontSize = Math.max(fontSize, room.smallest)
  return { text: shorten(text, { room, fontSize }), fontSize }
}

function shorten(text: string, setting: { room: Room; fontSize: number }): string {
  if (fits(text, setting)) return text
  const words = text.split(/\s+/)
  while (words.length > 1 && !fits(`${words.join(' ')}…`, setting)) words.pop()
  return `${words.join(' ').replace(/[\s,.;:]+$/, '')}…`
}

function fits(text: string, { room, fontSize }: { room: Room; fontSize: number }): boolean {
  const perLine = room.width / fontSize
  const widths = text.split(/\s+/).map(widthOf)
  return Math.max(...widths) <= perLine && countLines(widths, perLine) * fontSize * room.lineHeight <= room.height
}

/** In units of the font size. */
function widthOf(word: string): number {
  let width = 0
  for (const letter of word) width += letter !== letter.toLowerCase() || letter === 'm' ? WIDE : NARROW
  return width
}

function countLines(widths: number[], perLine: number): number {
  let lines = 1
  let used = 0
  for (const width of widths) {
    const needed = used === 0 ? width : used + NARROW / 2 + width
    lines += needed > perLine ? 1 : 0
    used = needed > perLine ? width : needed
  }
  return lines
}
