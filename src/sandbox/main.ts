/** Process entry of the look-alike platforms: tells its parent, or the person at the keyboard, the addresses. */
import { rawEnvironment } from '@/platform/env'
import { startFromCommandLine } from './command-line'
import { greet } from './command-line/greeting'

try {
  const sandbox = await startFromCommandLine(process.argv.slice(2), rawEnvironment())
  const { origin, addresses, applications } = sandbox
  // A program that started us reads one line of JSON.
  if (process.send) process.stdout.write(`${JSON.stringify({ origin, addresses, applications })}\n`)
  else process.stdout.write(`${greet(sandbox).join('\n')}\n`)
  process.send?.({ origin, addresses, applications })
  process.on('disconnect', () => process.exit(0))
} catch (cause) {
  process.stderr.write(`${cause instanceof Error ? cause.message : String(cause)}\n`)
  process.exit(1)
}
