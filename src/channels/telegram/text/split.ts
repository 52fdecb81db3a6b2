/** Cuts HTML into messages that fit, between paragraphs where it can; what is open at a cut is closed and opened again. */

type Unit = { source: string; open: readonly string[]; isTag: boolean }

const unitPattern = /<\/?[a-z][^>]*>|&(?:[a-z]+|#x?[0-9a-f]+);|[\s\S]/giu
/** The best place first. A cut comes after the match. */
const places = [/\n\n$/, /\n$/, /[.!?…:;]["”»)]?\s$/, /\s$/] as const

/** Of balanced HTML; every piece is balanced, and has at most `max` visible code points. */
export function splitHtml(html: string, max: number): string[] {
  const units = readUnits(html)
  const pieces: string[] = []
  for (let from = 0; from < units.length;) {
    const to = endOf(units, from, max)
    pieces.push(write(units, from, to))
    from = to
  }
  return pieces.filter((piece) => piece !== '')
}

/** Each character or tag, with the tags that are open behind it. */
function readUnits(html: string): Unit[] {
  const open: string[] = []
  return [...html.matchAll(unitPattern)].map(([source]) => {
    const isTag = source.length > 1 && source.startsWith('<')
    if (isTag && source.startsWith('</')) open.pop()
    else if (isTag) open.push(source)
    return { source, open: [...open], isTag }
  })
}

function endOf(units: readonly Unit[], from: number, max: number): number {
  const hard = reach(units, from, max)
  if (hard === units.length) return hard
  const half = reach(units, from, Math.floor(max / 2))
  const found = places.map((place) => lastPlace(units, { from: half, to: hard, place })).find((end) => end !== null)
  return found ?? hard
}

/** Where `max` visible characters end; tags that close right there still belong. */
function reach(units: readonly Unit[], from: number, max: number): number {
  let seen = 0
  let end = from
  for (; end < units.length; end += 1) {
    if (units[end]?.isTag) continue
    if (seen === max) break
    seen += 1
  }
  return end
}

type Search = { from: number; to: number; place: RegExp }

/** A cut inside a link would leave two halves of one: there only when nothing else is left. */
function lastPlace(units: readonly Unit[], { from, to, place }: Search): number | null {
  for (let end = to; end > from; end -= 1) {
    const isInLink = units[end - 1]?.open.some((tag) => /^<a\s/i.test(tag)) ?? false
    const before = units
      .slice(Math.max(0, end - 12), end)
      .filter(({ isTag }) => !isTag)
      .map(({ source }) => source)
      .join('')
    if (!isInLink && place.test(before)) return end
  }
  return null
}

function write(units: readonly Unit[], from: number, to: number): string {
  const opened = from === 0 ? [] : (units[from - 1]?.open ?? [])
  const left = units[to - 1]?.open ?? []
  const inner = units.slice(from, to).map(({ source }) => source)
  const closed = left.toReversed().map((tag) => `</${/^<([a-z-]+)/i.exec(tag)?.[1] ?? ''}>`)
  return tidy([...opened, ...inner, ...closed].join(''))
}

/** Without empty tags and without white space at the ends, as Telegram stores it. */
function tidy(html: string): string {
  const emptied = html.replaceAll(/<([a-z-]+)[^>]*>\s*<\/\1>/gi, '')
  const next = emptied
    .replace(/^((?:<[^>]*>)*)\s+/, '$1')
    .replace(/\s+((?:<\/[^>]*>)*)$/, '$1')
    .trim()
  return next === html ? html : tidy(next)
}
