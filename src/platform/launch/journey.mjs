/**
 * `npm run journey [-- --stack embedded|production]`: the main job without a person, in a temporary folder. Exit code 0 only
 * when every seeded publication is live exactly once by the platforms' own word and every platform gave a number.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ensureInstalled, requireNode } from './setup/install.mjs'
import { LaunchError, runCommand, say, sentenceOf, step } from './setup/steps.mjs'

const secondsToPublish = 300
const secondsToMeasure = 120

await runCommand(async () => {
  const { values } = parseArgs({ options: { stack: { type: 'string', default: 'embedded' } } })
  if (values.stack !== 'embedded' && values.stack !== 'production')
    throw new LaunchError('--stack nhận embedded hoặc production')
  requireNode()
  await ensureInstalled()
  const { ensureBuilt } = await import('./build.mjs')
  await step('Kiểm tra bản dựng', ensureBuilt)
  return travel(values.stack)
})

/** @param {import('./run/servers.mjs').Stack} stack */
async function travel(stack) {
  const { createEnding } = await import('./run/signals.mjs')
  const { startTraining } = await import('./run/training.mjs')
  const directory = mkdtempSync(join(tmpdir(), 'lan-toa-journey-'))
  chmodSync(directory, 0o755) // PostgreSQL runs as another user when we are root
  const ending = createEnding()
  const options = { directory, stack, port: 3100, sandboxPort: 4110, isThrowaway: true, onUnexpectedExit: ending.fail }
  const problems = await startTraining(options, ending.setStop)
    .then(judge)
    .catch((error) => [sentenceOf(error)])
  if (ending.isEnding()) return new Promise(() => {})
  report({ problems, stack, directory })
  await ending.end(problems.length === 0 ? 0 : 1)
}

/**
 * @param {import('./run/training.mjs').Training} training
 * @returns {Promise<string[]>}
 */
async function judge(training) {
  const { showPublications } = await import('./report/show.mjs')
  const { judgePublications, platformsWithoutReading } = await import('./report/verdict.mjs')
  const { waitFor } = await import('./run/wait.mjs')
  const { reader, publications } = await showPublications(training, secondsToPublish)
  const problems = await step('Hỏi từng nền tảng', () => judgePublications({ sandbox: training.sandbox, publications }))
  let missing = ['']
  const ask = async () => {
    missing = platformsWithoutReading({ publications, readings: await reader.readings() })
    return missing.length === 0
  }
  const sentence = () => `sau ${secondsToMeasure} giây chưa có số đo của: ${missing.join(', ')}`
  await step('Chờ số đo của từng nền tảng', () =>
    waitFor({ seconds: secondsToMeasure, every: 1_000, sentence, ask }),
  ).catch((error) => problems.push(sentenceOf(error)))
  return problems
}

/** @param {{ problems: string[], stack: string, directory: string }} outcome */
function report({ problems, stack, directory }) {
  say()
  for (const problem of problems) say(`✗ ${problem}`)
  if (problems.length > 0) return say(`Hành trình (${stack}) không đạt. Nhật ký còn ở ${join(directory, 'logs')}`)
  process.once('exit', () => rmSync(directory, { recursive: true, force: true }))
  return say(`Hành trình (${stack}) đạt: mọi bài đăng có mặt đúng một lần trên năm nền tảng, số đo đã về.`)
}
