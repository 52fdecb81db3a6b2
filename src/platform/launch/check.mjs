/** `npm run check`: types, lint, format, generated files, architecture. Runs all of them and tells all that is wrong. */
import { mkdtempSync, readFileSync, rmSync, chmodSync, statSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureInstalled, requireNode } from './setup/install.mjs'
import { projectRoot } from './setup/root.mjs'
import { runProgram } from './setup/run-program.mjs'
import { LaunchError, runCommand, say, sentenceOf, step } from './setup/steps.mjs'

const generated = [
  'collections/payload-types.ts',
  'src/app/(payload)/admin/importMap.js',
  'src/platform/database/migrations',
]

await runCommand(async () => {
  requireNode()
  await ensureInstalled()
  const checks = {
    'Kiểu dữ liệu (tsc)': () => run('typescript/bin/tsc', ['--noEmit', '-p', '.']),
    'Quy tắc viết mã (oxlint)': () => run('oxlint/bin/oxlint', []),
    'Trình bày mã (oxfmt)': () => run('oxfmt/bin/oxfmt', ['--check']),
    'Tệp sinh tự động còn mới': checkGenerated,
    'Kiến trúc': () => run('vitest/vitest.mjs', ['run', 'tests/architecture']),
  }
  let failures = 0
  for (const [title, check] of Object.entries(checks)) {
    await step(title, check).catch((error) => {
      failures += 1
      say(sentenceOf(error))
    })
  }
  say(`${Object.keys(checks).length - failures} passed, ${failures} failed, 0 skipped`)
  return failures === 0 ? 0 : 1
})

/**
 * @param {string} program inside node_modules
 * @param {string[]} argumentList
 * @param {NodeJS.ProcessEnv} [env]
 */
function run(program, argumentList, env = process.env) {
  const path = join(projectRoot, 'node_modules', program)
  return runProgram(process.execPath, [path, ...argumentList], {
    cwd: projectRoot,
    env,
    sentence: `${program} báo lỗi`,
  })
}

/** Generates everything again; what differs from before was stale and is left in its new form. */
async function checkGenerated() {
  const before = contents()
  const directory = mkdtempSync(join(tmpdir(), 'lan-toa-check-'))
  chmodSync(directory, 0o755)
  const { startPostgres } = await import('./postgres.mjs')
  const postgres = await startPostgres({ directory: join(directory, 'postgres'), isThrowaway: true })
  try {
    for (const what of ['types', 'import-map', 'migration']) await generate(what, postgres.url)
  } finally {
    await postgres.stop()
    rmSync(directory, { recursive: true, force: true })
  }
  const after = contents()
  const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
    (path) => before.get(path) !== after.get(path),
  )
  if (changed.length > 0)
    throw new LaunchError(`các tệp sinh tự động đã cũ, nay được viết lại; hãy xem và commit: ${changed.join(', ')}`)
}

/**
 * @param {string} what
 * @param {string} url
 */
function generate(what, url) {
  const secrets = {
    APP_SECRET: 'only-while-generating-only-while-generating',
    ENCRYPTION_KEY: 'only-while-generating-only-while-generating',
  }
  const env = {
    ...process.env,
    ...secrets,
    PUBLIC_URL: 'http://localhost:3000',
    DATABASE_URL: url,
    REDIS_URL: '',
    DISABLE_PAYLOAD_HMR: 'true',
  }
  const program = ['--conditions=production', '--import', 'tsx', 'src/platform/database/generate.ts', what]
  return runProgram(process.execPath, program, { cwd: projectRoot, env, sentence: `không sinh lại được "${what}"` })
}

function contents() {
  /** @type {Map<string, string>} */
  const found = new Map()
  for (const path of generated.flatMap(filesOf)) found.set(path, readFileSync(join(projectRoot, path), 'utf8'))
  return found
}

/** @param {string} path */
function filesOf(path) {
  const entry = statSync(join(projectRoot, path), { throwIfNoEntry: false })
  if (!entry) return []
  return entry.isFile() ? [path] : readdirSync(join(projectRoot, path)).map((name) => `${path}/${name}`)
}
