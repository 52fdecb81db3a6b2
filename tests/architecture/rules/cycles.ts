import type { Source } from './sources'

/** Files that import each other in a circle at run time; each circle is told once, from its alphabetically first file. */
export function findCycles(sources: readonly Source[]): string[] {
  const graph = new Map(
    sources.map(({ path, imports }) => [
      path,
      imports.filter(({ isTypeOnly }) => !isTypeOnly).map(({ target }) => target ?? ''),
    ]),
  )
  return [...graph.keys()].flatMap((start) => {
    const way = wayBack(graph, start)
    return way && way.every((path) => path >= start) ? [[...way, start].join(' → ')] : []
  })
}

/** The shortest way from a file back to itself. */
function wayBack(graph: ReadonlyMap<string, string[]>, start: string): string[] | null {
  const seen = new Set<string>()
  const ways = [[start]]
  for (let way = ways.shift(); way; way = ways.shift()) {
    const next = graph.get(way.at(-1) ?? '') ?? []
    if (next.includes(start)) return way
    const fresh = next.filter((path) => path >= start && !seen.has(path))
    for (const path of fresh) seen.add(path)
    ways.push(...fresh.map((path) => [...(way ?? []), path]))
  }
  return null
}
