import { spawn } from 'node:child_process'
import { LaunchError } from '../setup/steps.mjs'

/**
 * A server of ours that ends with us: it is killed when this process exits, whatever the reason short of kill -9.
 * @param {{ program: string, argumentList: string[], name: string, isReady: () => Promise<boolean> }} server
 */
export async function startServer({ program, argumentList, name, isReady }) {
  const child = spawn(program, argumentList, { stdio: ['ignore', 'pipe', 'pipe'] })
  let ending = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => (ending = (ending + chunk).slice(-2_000)))
  const exited = new Promise((resolve) => child.once('exit', resolve))
  const kill = () => child.kill('SIGKILL')
  process.once('exit', kill)
  child.once('exit', () => process.removeListener('exit', kill))
  const deadline = Date.now() + 30_000
  while (!(await isReady())) {
    if (child.exitCode !== null || Date.now() > deadline)
      throw new LaunchError(`${name} không khởi động được:\n${ending}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return {
    pid: child.pid,
    async stop() {
      child.kill('SIGTERM')
      await exited
    },
  }
}
