import { isGenerated, type Source } from './sources'

const maxLines = 200
const maxEntries = 12

export function findLongFiles(sources: readonly Source[]): string[] {
  return sources
    .map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }))
    .filter(({ lines }) => lines > maxLines)
    .map(({ path, lines }) => `${path} has ${lines} lines, at most ${maxLines} are allowed`)
}

/** One folder per collection is the point of `collections`, one per job that of `jobs`; seed data is data, not code to find one's way in. */
const mayBeWide = [/^collections$/, /^jobs$/, /^docs\/decisions$/, /^src\/seed\/data/, /^tests\/channels$/]

export function findWideFolders(paths: readonly string[]): string[] {
  const entries = new Map<string, Set<string>>()
  for (const path of paths.filter((path) => !isGenerated(path))) {
    if (path === 'src/instrumentation.ts') continue // Next looks for it only there
    const parts = path.split('/')
    for (let depth = 1; depth < parts.length; depth += 1) {
      const folder = parts.slice(0, depth).join('/')
      entries.set(folder, (entries.get(folder) ?? new Set()).add(parts[depth] ?? ''))
    }
  }
  return [...entries]
    .filter(([folder, names]) => names.size > maxEntries && !mayBeWide.some((pattern) => pattern.test(folder)))
    .map(([folder, names]) => `${folder} has ${names.size} entries, at most ${maxEntries} are allowed`)
}
