/** `npm run build`, and a step of `npm start`: the web application and one bundle per process, when their sources changed. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureInstalled, requireNode } from './setup/install.mjs'
import { projectRoot } from './setup/root.mjs'
import { runProgram } from './setup/run-program.mjs'
import { fingerprintOf, isFresh, writeStamp } from './setup/stamp.mjs'
import { LaunchError, runCommand, say, step } from './setup/steps.mjs'

/** Every process that is not the web: name of its bundle in dist/ and its source. The only list of them. */
export const entries = {
  worker: 'jobs/runtime/main.ts',
  migrate: 'src/platform/database/migrate.ts',
  'rotate-key': 'src/platform/database/rotate-key.ts',
  sandbox: 'src/sandbox/main.ts',
  seed: 'src/seed/main.ts',
}

const everything = ['src', 'collections', 'jobs', 'media', 'package-lock.json', 'tsconfig.json']
const nextConfigurations = ['next.config.ts', 'next.config.mjs', 'next.config.js']

/** @param {string} path */
const isSource = (path) =>
  !/media[\\/]uploads|src[\\/]platform[\\/]launch|\.test\.ts$/.test(path.slice(projectRoot.length))
/** @param {string} path */
const isWebSource = (path) =>
  isSource(path) && !/src[\\/](sandbox|seed)|jobs[\\/]runtime/.test(path.slice(projectRoot.length))

/** @param {{ isWebNeeded?: boolean }} [options] */
export async function ensureBuilt({ isWebNeeded = true } = {}) {
  await buildWhenChanged({
    title: 'Đóng gói các tiến trình',
    name: 'bundles',
    sources: everything,
    isSource,
    build: bundle,
  })
  if (!isWebNeeded) return
  const sources = [...everything, ...nextConfigurations]
  await buildWhenChanged({
    title: 'Dựng trang web và trang quản trị',
    name: 'web',
    sources,
    isSource: isWebSource,
    build: buildWeb,
  })
}

/** @param {{ title: string, name: string, sources: string[], isSource: (path: string) => boolean, build: () => Promise<unknown> }} part */
async function buildWhenChanged({ title, name, sources, isSource: isOwnSource, build }) {
  const stamp = join(projectRoot, 'dist', `.stamp-${name}`)
  const fingerprint = fingerprintOf(projectRoot, sources, isOwnSource)
  if (isFresh(stamp, fingerprint) && isBuilt(name)) return
  await step(title, build)
  writeStamp(stamp, fingerprint)
}

/** @param {string} name */
function isBuilt(name) {
  if (name === 'web') return existsSync(join(projectRoot, '.next', 'BUILD_ID'))
  return Object.keys(entries).every((entry) => existsSync(join(projectRoot, 'dist', `${entry}.mjs`)))
}

async function bundle() {
  const { build, stop } = await import('esbuild')
  const missing = Object.values(entries).filter((source) => !existsSync(join(projectRoot, source)))
  if (missing.length > 0) throw new LaunchError(`thiếu mã nguồn của tiến trình: ${missing.join(', ')}`)
  const entryPoints = Object.entries(entries).map(([out, source]) => ({ in: join(projectRoot, source), out }))
  const shape = {
    bundle: true,
    platform: /** @type {'node'} */ ('node'),
    format: /** @type {'esm'} */ ('esm'),
    target: 'node20',
  }
  const output = { outdir: join(projectRoot, 'dist'), outExtension: { '.js': '.mjs' }, sourcemap: true }
  await build({
    ...shape,
    ...output,
    entryPoints,
    packages: 'external',
    jsx: 'automatic',
    logLevel: 'warning',
    absWorkingDir: projectRoot,
  })
  await stop()
}

async function buildWeb() {
  const next = join(projectRoot, 'node_modules', 'next', 'dist', 'bin', 'next')
  await runProgram(process.execPath, [next, 'build'], {
    cwd: projectRoot,
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', DISABLE_PAYLOAD_HMR: 'true' },
    sentence: 'không dựng được trang web (next build)',
  })
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await runCommand(async () => {
    requireNode()
    await ensureInstalled()
    await ensureBuilt()
    say('Đã dựng xong.')
  })
}
