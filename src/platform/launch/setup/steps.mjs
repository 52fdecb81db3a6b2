/** What a person sees while the commands work: one Vietnamese line per step, with its seconds. */

export class LaunchError extends Error {}

export function say(line = '') {
  process.stdout.write(`${line}\n`)
}

/**
 * @template Result
 * @param {string} title
 * @param {() => Promise<Result>} work
 * @returns {Promise<Result>}
 */
export async function step(title, work) {
  const began = performance.now()
  const seconds = () =>
    `${((performance.now() - began) / 1000).toLocaleString('vi', { maximumFractionDigits: 1 })} giây`
  const reminder = setInterval(() => say(`  … ${title}: đã ${seconds()}`), 20_000)
  try {
    const result = await work()
    say(`  ✓ ${title} (${seconds()})`)
    return result
  } catch (error) {
    say(`  ✗ ${title} (${seconds()})`)
    throw error
  } finally {
    clearInterval(reminder)
  }
}

/**
 * Runs a command; any failure is one sentence and exit code 1, never a stack trace for what a person can repair.
 * @param {() => Promise<number | void>} command
 */
export async function runCommand(command) {
  try {
    const code = await command()
    process.exit(code ?? 0)
  } catch (error) {
    process.stderr.write(`\nKhông chạy được: ${sentenceOf(error)}\n`)
    process.exit(1)
  }
}

/** @param {unknown} error */
export function sentenceOf(error) {
  return error instanceof LaunchError ? error.message : String(Object(error).stack ?? error)
}
