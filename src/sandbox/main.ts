/** Process entry of the look-alike platforms: tells its parent the addresses and ends with it. */
import { startFromCommandLine } from './command-line'

try {
  // The only reading of the environment here, and only to refuse: the sandbox has no settings of its own in it.
  const { origin, addresses } = await startFromCommandLine(process.argv.slice(2), process.env)
  process.stdout.write(`${JSON.stringify({ origin, addresses })}\n`)
  process.send?.({ origin, addresses })
  process.on('disconnect', () => process.exit(0))
} catch (cause) {
  process.stderr.write(`${cause instanceof Error ? cause.message : String(cause)}\n`)
  process.exit(1)
}
