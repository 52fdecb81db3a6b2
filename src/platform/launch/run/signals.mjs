import { say } from '../setup/steps.mjs'

/**
 * Ends everything in order on Ctrl-C, on a stop by the system, and when a process dies.
 * @param {{ onEnd?: () => void }} options
 */
export function createEnding({ onEnd = () => {} } = {}) {
  /** @type {() => Promise<void>} */
  let stop = async () => {}
  let isEnding = false
  const end = async (/** @type {number} */ code) => {
    if (isEnding) return
    isEnding = true
    await stop().catch((error) => process.stderr.write(`${error.message}\n`))
    onEnd()
    process.exit(code)
  }
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => {
      if (!isEnding) say('\nĐang dừng các tiến trình…')
      void end(0)
    })
  }
  return {
    isEnding: () => isEnding,
    end,
    setStop: (/** @type {() => Promise<void>} */ next) => void (stop = next),
    fail: (/** @type {string} */ sentence) => {
      if (!isEnding) process.stderr.write(`\nDừng lại: ${sentence}\n`)
      void end(1)
    },
  }
}
