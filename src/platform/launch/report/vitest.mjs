/** Vitest's reporter for `npm test`: failures in full, one line per file, and nothing but the three numbers at the end. */
import { LaunchError } from '../setup/steps.mjs'

const write = (/** @type {string} */ line) => process.stdout.write(`${line}\n`)

/** @type {{ passed: number, failed: number, skipped: number } | undefined} */
let lastTotals

/** @type {import('vitest/node').Reporter} */
const reporter = {
  onTestModuleEnd(module) {
    const { passed, failed, skipped } = countOf(module)
    const mark = failed > 0 ? '✗' : '✓'
    const left = skipped > 0 ? `, ${skipped} bỏ qua` : ''
    const seconds = (module.diagnostic().duration / 1000).toFixed(1)
    write(`${mark} ${module.relativeModuleId} (${passed} đạt${left}, ${seconds} giây)`)
    writeFailures(module)
    for (const test of module.children.allTests('skipped')) write(`  – bỏ qua: ${test.fullName}${noteOf(test)}`)
  },
  onTestRunEnd(modules, unhandled) {
    for (const error of unhandled) write(indent(describe(error)))
    const totals = { passed: 0, failed: unhandled.length, skipped: 0 }
    for (const module of modules) {
      const { passed, failed, skipped } = countOf(module)
      totals.passed += passed
      totals.failed += failed
      totals.skipped += skipped
    }
    lastTotals = totals
  },
}

/** The reason that a test itself gave; otherwise its title says what it needs. @param {import('vitest/node').TestCase} test */
function noteOf(test) {
  const result = test.result()
  return result.state === 'skipped' && result.note ? ` (${result.note})` : ''
}

/** @param {import('vitest/node').TestModule} module */
function writeFailures(module) {
  for (const error of errorsAround(module)) write(indent(describe(error)))
  for (const test of module.children.allTests('failed')) {
    write(`  ✗ ${test.fullName}`)
    for (const error of test.result().errors ?? []) write(indent(describe(error)))
  }
}

/** @param {import('vitest/node').TestModule} module */
function countOf(module) {
  const counts = { passed: 0, failed: 0, skipped: 0, pending: 0 }
  for (const test of module.children.allTests()) counts[test.result().state] += 1
  // A file that could not even be loaded, or prepared, has no failed test, yet it failed.
  return { ...counts, failed: counts.failed + counts.pending + errorsAround(module).length }
}

/** Of loading, and of what runs before and after all tests of a group. @param {import('vitest/node').TestModule} module */
function errorsAround(module) {
  return [module, ...module.children.allSuites()].flatMap((group) => group.errors())
}

/** @param {{ message?: string, stack?: string, diff?: string }} error */
function describe({ message = '', stack = '', diff }) {
  return [stack.includes(message) ? stack : `${message}\n${stack}`, diff].filter(Boolean).join('\n')
}

/** @param {string} text */
function indent(text) {
  return text
    .split('\n')
    .slice(0, 40)
    .map((line) => `      ${line}`)
    .join('\n')
}

export function readTotals() {
  if (!lastTotals) throw new LaunchError('vitest kết thúc mà không báo kết quả')
  return lastTotals
}

export default reporter
