/** Loaded into every child before its own code: when the launcher is gone (even by kill -9) the child ends by itself. */
import process from 'node:process'

const graceMilliseconds = 10_000

if (process.channel) {
  process.on('disconnect', () => {
    setTimeout(() => process.exit(1), graceMilliseconds).unref()
    process.kill(process.pid, 'SIGTERM')
  })
  // A one-shot child must be able to end although it listens.
  process.channel.unref()
}
