/** Process entry of the look-alike platforms: tells its parent the addresses and ends with it. */
import { rawEnvironment } from '@/platform/env'
import { startFromCommandLine } from './command-line'

try {
  const { origin, addresses } = await startFromCommandLine(process.argv.slice(2), rawEnvironment())
  process.stdout.write(`${JSON.stringify({ origin, addresses })}\n`)
  process.send?.({ origin, addresses })
  process.on('disconnect', () => process.exit(0))
} catch (cause) {
  process.stderr.write(`${cause instanceof Error ? cause.message : String(cause)}\n`)
  process.exit(1)
}
