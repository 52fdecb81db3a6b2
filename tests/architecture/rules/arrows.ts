/** Which area of the project may know which other: design.md sections 3 and 4 as a table. */
import type { Source } from './sources'

const domain = ['src/publishing', 'src/approval', 'src/planning', 'src/reach', 'src/access', 'src/reports']
const below = [...domain, 'src/engine', 'src/channels', 'media', 'src/platform']

/** Area → the areas it may import beside itself. A longer path wins over a shorter one. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  'src/publishing': [],
  'src/approval': ['src/publishing'],
  'src/planning': ['src/publishing'],
  'src/reach': ['src/channels/contract'],
  'src/access': ['src/approval', 'src/platform'],
  'src/reports': [...domain, 'src/platform'],
  'src/channels': ['src/platform/http'],
  'src/platform': [],
  // Process entries: they bring the configuration together with the database.
  'src/platform/database/migrate.ts': ['src/platform', 'collections'],
  'src/platform/database/generate.ts': ['src/platform', 'collections'],
  'src/platform/database/rotate-key.ts': ['src/platform', 'collections', 'src/engine'],
  media: ['src/channels', 'src/platform'],
  'src/engine': [
    'src/access',
    'src/publishing',
    'src/approval',
    'src/planning',
    'src/channels',
    'src/reach',
    'media',
    'src/platform',
  ],
  jobs: below,
  'jobs/runtime': [...below, 'jobs', 'collections'],
  collections: below,
  'src/admin': [...below, 'collections'],
  'src/app': [...below, 'collections', 'src/admin'],
  'src/seed': [...below, 'collections'],
  'src/sandbox': ['src/platform'],
}

/** Pure areas run anywhere: no framework, no database, no server. */
const purePackages: Readonly<Record<string, readonly string[]>> = {
  'src/publishing': ['node:crypto'],
  'src/approval': [],
  'src/planning': ['luxon'],
  'src/reach': [],
}

export function findWrongArrows(sources: readonly Source[]): string[] {
  return sources
    .filter(({ path }) => areaOf(path))
    .flatMap((source) => [...wrongTargets(source), ...wrongPackages(source), ...strangersInDrivers(source)])
}

function wrongTargets({ path, imports }: Source): string[] {
  const area = areaOf(path) ?? ''
  const may = [area, ...(allowed[area] ?? [])]
  return imports
    .filter(
      ({ target, isTypeOnly }) =>
        target !== null && !isGeneratedType(target, isTypeOnly) && !may.some((prefix) => isWithin(target, prefix)),
    )
    .map(({ target }) => `${path} imports ${target}: ${area} must not know it`)
}

/** Types made from the collections' fields say what a row is; everybody may read them. */
function isGeneratedType(target: string, isTypeOnly: boolean): boolean {
  return isTypeOnly && target.startsWith('collections/payload-types')
}

function wrongPackages({ path, imports }: Source): string[] {
  const may = purePackages[areaOf(path) ?? '']
  if (!may) return []
  return imports
    .filter(({ target, specifier }) => target === null && !may.includes(specifier))
    .map(({ specifier }) => `${path} imports ${specifier}: a pure domain stands on nothing`)
}

/** A driver knows its own folder, the contract and the http type; the registry knows all drivers. */
function strangersInDrivers({ path, imports }: Source): string[] {
  const driver = /^src\/channels\/([^/]+)\//.exec(path)?.[1]
  if (!driver) return []
  const may = [`src/channels/${driver}`, 'src/channels/contract', 'src/platform/http']
  return imports
    .filter(({ target }) => target !== null && !may.some((prefix) => isWithin(target, prefix)))
    .map(({ target }) => `${path} imports ${target}: a driver knows its platform and the contract`)
}

function areaOf(path: string): string | undefined {
  return Object.keys(allowed)
    .filter((area) => isWithin(path, area))
    .toSorted((one, other) => other.length - one.length)[0]
}

function isWithin(path: string, prefix: string): boolean {
  return path === prefix || path === `${prefix}.ts` || path.startsWith(`${prefix}/`)
}
