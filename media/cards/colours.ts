/** White or near-black, whichever has the higher contrast on the colour (WCAG relative luminance). */
export function readableOn(colour: string): string {
  const luminance = luminanceOf(colour)
  const whiteContrast = 1.05 / (luminance + 0.05)
  const blackContrast = (luminance + 0.05) / (luminanceOf('#10151c') + 0.05)
  return whiteContrast >= blackContrast ? '#ffffff' : '#10151c'
}

/** `colour` is `#rrggbb`; anything else counts as dark. */
function luminanceOf(colour: string): number {
  const digits = /^#([0-9a-f]{6})$/i.exec(colour)?.[1] ?? '000000'
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((start) =>
    linear(Number.parseInt(digits.slice(start, start + 2), 16) / 255),
  )
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function linear(part: number): number {
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
}
