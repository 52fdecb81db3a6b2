/** What only one place may know: platform names, the queue and the timetable, the environment. */
import type { Source } from './sources'

const foreignNames = /facebook|zalo|youtube|telegram/i
const ownName = /(['"`])site\1/

/** Where a platform may be named; visitor.ts knows the user agents of those who only fetch a preview. */
const mayName = [
  /^src\/app\/\(site\)\/_pages\/visitor\.ts$/,
  /^src\/channels\/[^/]+\//,
  /^src\/channels\/registry\.ts$/,
  /^src\/sandbox\//,
  /^src\/seed\//,
  /^tests\//,
]

export function findPlatformNames(sources: readonly Source[]): string[] {
  return sources
    .filter(({ path }) => !mayName.some((pattern) => pattern.test(path)) || isContract(path))
    .flatMap(({ path, text }) => {
      const lines = withoutComments(text).split('\n')
      return lines.flatMap((line, index) =>
        foreignNames.test(line) || namesOwn(path, line)
          ? [`${path}:${index + 1} names a platform: ${line.trim()}`]
          : [],
      )
    })
}

/** The contract is for all platforms alike. */
function isContract(path: string): boolean {
  return path.startsWith('src/channels/contract/')
}

/** The journey's verdict asks our own pages instead of a look-alike's wall: that is its whole point. */
function namesOwn(path: string, line: string): boolean {
  return ownName.test(line) && path !== 'src/platform/launch/report/verdict.mjs'
}

/** A comment may explain a rule by an example. */
function withoutComments(text: string): string {
  const blank = (comment: string) => comment.replaceAll(/[^\n]/g, ' ')
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, blank).replaceAll(/(^|\s)\/\/.*$/gm, blank)
}

export function findQueueUsers(sources: readonly Source[]): string[] {
  return sources
    .filter(({ path }) => !path.startsWith('jobs/runtime/') && !path.startsWith('tests/'))
    .flatMap(({ path, imports }) =>
      imports
        .filter(({ specifier }) => /^(bullmq|node-cron)(\/|$)/.test(specifier))
        .map(({ specifier }) => `${path} imports ${specifier}: only jobs/runtime may`),
    )
}

/**
 * The launcher runs before anything is installed and sets the environment of its children. In `instrumentation` Next puts
 * a constant where the reading stands, and needs it written there.
 */
const mayReadEnvironment = [
  /^src\/platform\/env\//,
  /^src\/platform\/launch\/.*\.mjs$/,
  /^src\/instrumentation\.ts$/,
  /^tests\//,
]

export function findEnvironmentReaders(sources: readonly Source[]): string[] {
  return sources
    .filter(
      ({ path, text }) =>
        /\bprocess\s*(\?\.|\.)\s*env\b|\bprocess\[['"]env/.test(withoutComments(text)) &&
        !mayReadEnvironment.some((pattern) => pattern.test(path)),
    )
    .map(({ path }) => `${path} reads the environment: only src/platform/env may`)
}
