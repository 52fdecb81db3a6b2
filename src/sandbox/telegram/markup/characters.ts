const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' }

/** The four named ones and numbers; everything else stays as it is written. */
export function decodeCharacters(text: string): string {
  return text.replaceAll(/&(?:lt|gt|amp|quot|#\d{1,7}|#x[0-9a-f]{1,6});?/gi, readCharacter)
}

function readCharacter(source: string): string {
  const name = source.slice(1).replace(/;$/, '').toLowerCase()
  const known = named[name]
  if (known) return known
  const point = Number(name.replace('#x', '0x').replace('#', ''))
  return point > 0 && point < 0x10_ff_ff ? String.fromCodePoint(point) : source
}
