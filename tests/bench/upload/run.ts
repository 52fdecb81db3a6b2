/** The sender's process: started, let go, watched, or killed. */
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { settledImports } from '@/platform/launch/run/children.mjs'
import { residentMegabytes, watchMemory } from '../memory'
import type { Proxy } from './proxy'
import type { Sending, Told } from './sender'

export type Sent = {
  milliseconds: number
  /** Megabytes of the sender. */
  idle: number
  peak: number
  samples: number[]
  /** Megabytes by which the look-alike grew. */
  lookalike: number
  /** Bytes up the line so far, of all attempts. */
  sent: number
}

/** @throws Error when the sender gives up. */
export async function send(sending: Sending, proxy: Proxy, lookalike: number | undefined): Promise<Sent> {
  const child = start(sending)
  const { idle } = (await hear(child, 'idle')) as { idle: number }
  const restful = residentMegabytes(lookalike)
  const [own, other] = [watchMemory(child.pid), watchMemory(lookalike)]
  const begin = performance.now()
  child.send('go')
  await hear(child, 'done')
  const milliseconds = performance.now() - begin
  for (const curve of [own, other]) curve.stop()
  await gone(child)
  proxy.close()
  return {
    milliseconds,
    idle,
    peak: own.peak(),
    samples: own.samples,
    lookalike: other.peak() - restful,
    sent: proxy.sent(),
  }
}

/** How many bytes had gone up the line when it was killed. */
export async function sendAndKill(sending: Sending, proxy: Proxy, after: number): Promise<number> {
  const child = start(sending)
  await hear(child, 'idle')
  proxy.onSent((sent) => {
    if (sent >= after) child.kill('SIGKILL')
  })
  child.send('go')
  await gone(child)
  proxy.onSent(() => undefined)
  return proxy.sent()
}

function start(sending: Sending): ChildProcess {
  return fork(fileURLToPath(new URL('sender.ts', import.meta.url)), [JSON.stringify(sending)], {
    execArgv: [...settledImports, '--expose-gc', '--import', 'tsx'],
  })
}

async function hear(child: ChildProcess, word: 'idle' | 'done'): Promise<Told> {
  const ended = once(child, 'exit').then(() => null)
  for (;;) {
    const heard = await Promise.race([once(child, 'message'), ended])
    if (heard === null) throw new Error(`the sender ended before it said "${word}" (see above)`)
    const [told] = heard as [Told]
    if (word in told) return told
  }
}

async function gone(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
}
