/** `npm start`: installs, builds, and runs what the environment asks for. With nothing set that is the training mode. */
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { ensureInstalled, requireNode } from './setup/install.mjs'
import { projectRoot } from './setup/root.mjs'
import { runCommand, say, sentenceOf, step } from './setup/steps.mjs'

const began = performance.now()

await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      dev: { type: 'boolean', default: false },
      host: { type: 'string' },
      data: { type: 'string', default: 'data' },
    },
  })
  requireNode()
  const settingsFile = join(projectRoot, '.env')
  if (existsSync(settingsFile)) process.loadEnvFile(settingsFile)
  say('Lan Tỏa đang khởi động…')
  await ensureInstalled()
  const { isTraining } = await import('./run/settings.mjs')
  const directory = resolve(projectRoot, values.data)
  if (isTraining(process.env)) return train({ directory, host: values.host, isDevelopment: values.dev })
  return produce(join(directory, 'production'))
})

/** @param {{ directory: string, host?: string, isDevelopment: boolean }} options */
async function train({ directory, host, isDevelopment }) {
  say('Chưa có cấu hình nào, nên chạy ở chế độ tập huấn: các nền tảng đều là giả lập.')
  const { ending, lock } = await prepare(directory, isDevelopment)
  const { startTraining } = await import('./run/training.mjs')
  const { showAddresses, showPublications } = await import('./report/show.mjs')
  const ports = { port: Number(process.env.PORT || 3000), sandboxPort: 4010 }
  const options = {
    directory,
    stack: /** @type {const} */ ('embedded'),
    ...ports,
    host,
    isDevelopment,
    onUnexpectedExit: ending.fail,
  }
  return untilEnd(ending, async () => {
    const training = await startTraining(options, ending.setStop)
    lock.tell(training.origin)
    await showPublications(training, 300).catch((error) => say(`  ! ${error.message}`))
    showAddresses(training)
    say(
      `\nSẵn sàng sau ${Math.round((performance.now() - began) / 1000)} giây. Nhấn Ctrl-C để dừng; dữ liệu được giữ lại trong ${directory}`,
    )
  })
}

/** @param {string} directory */
async function produce(directory) {
  const { ending } = await prepare(directory, false)
  const { startProduction } = await import('./run/production.mjs')
  return untilEnd(ending, () => startProduction({ directory, onUnexpectedExit: ending.fail }, ending.setStop))
}

/**
 * @param {string} directory
 * @param {boolean} isDevelopment
 */
async function prepare(directory, isDevelopment) {
  const { ensureBuilt } = await import('./build.mjs')
  const { createEnding } = await import('./run/signals.mjs')
  const { takeLock } = await import('./run/lock.mjs')
  const lock = takeLock(directory)
  const ending = createEnding({ onEnd: lock.release })
  await step('Kiểm tra bản dựng', () => ensureBuilt({ isWebNeeded: !isDevelopment }))
  return { ending, lock }
}

/**
 * Stays until a signal comes or a process dies; a failed start ends what had started.
 * @param {ReturnType<typeof import('./run/signals.mjs').createEnding>} ending
 * @param {() => Promise<void>} start
 * @returns {Promise<never>}
 */
async function untilEnd(ending, start) {
  await start().catch((error) => ending.fail(sentenceOf(error)))
  return new Promise(() => {})
}
