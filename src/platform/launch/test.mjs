/** `npm test [-- files]`: everything that this machine can run, on the stack that STACK names. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { ensureInstalled, requireNode } from './setup/install.mjs'
import { projectRoot } from './setup/root.mjs'
import { runCommand, say } from './setup/steps.mjs'

await runCommand(async () => {
  requireNode()
  await ensureInstalled()
  const isProduction = process.env.STACK === 'production'
  say(`Kiểm thử trên ${isProduction ? 'MongoDB + Redis' : 'PostgreSQL đi kèm'}`)
  for (const line of leftOut(isProduction)) say(`Bỏ qua: ${line}`)
  return runVitest(process.argv.slice(2))
})

/**
 * One line for each thing that this run does without, and how to get it.
 * @param {boolean} isProduction
 */
function leftOut(isProduction) {
  const lines = []
  const browsers = ['chromium', 'chromium-browser', 'google-chrome'].map((name) => `/usr/bin/${name}`)
  if (!process.env.CHROMIUM_BINARY && !browsers.some(existsSync)) {
    lines.push('kiểm thử trình duyệt vì không có Chromium; cài bằng: apt-get install chromium')
  }
  if (!runs('ffmpeg', '-version')) lines.push('kiểm thử video vì không có ffmpeg; cài bằng: apt-get install ffmpeg')
  if (isProduction) return lines
  lines.push(
    'kiểm thử trên MongoDB và Redis; chạy bằng: STACK=production npm test (cần apt-get install redis-server libcurl4)',
  )
  return lines
}

/**
 * @param {string} program
 * @param {string} flag
 */
function runs(program, flag) {
  return spawnSync(program, [flag]).status === 0
}

/** @param {string[]} files */
async function runVitest(files) {
  const { startVitest } = await import('vitest/node')
  const { default: reporter, readTotals } = await import('./report/vitest.mjs')
  const vitest = await startVitest('test', files, {
    root: projectRoot,
    watch: false,
    reporters: [reporter],
    passWithNoTests: false,
  })
  await vitest.close()
  const { passed, failed, skipped } = readTotals()
  const isGood = failed === 0 && passed > 0 && !process.exitCode
  say(`${passed} passed, ${failed} failed, ${skipped} skipped`)
  return isGood ? 0 : 1
}
