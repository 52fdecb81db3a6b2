/** Counting text the platform's way. Everything is normalised to NFC first, as it is at the border. */
export type TextUnit = 'code-point' | 'utf16' | 'byte'

/** How much of one of `limits.texts` is used. */
export type TextCount = { name: string; used: number; max: number; unit: TextUnit }

export function countText(text: string, unit: TextUnit): number {
  const normalised = text.normalize('NFC')
  switch (unit) {
    case 'code-point':
      return [...normalised].length
    case 'utf16':
      return normalised.length
    case 'byte':
      return new TextEncoder().encode(normalised).length
  }
}

/** How much longer than allowed; 0 when it fits. */
export function overBy(text: string, limit: { max: number; unit: TextUnit }): number {
  return Math.max(0, countText(text, limit.unit) - limit.max)
}
