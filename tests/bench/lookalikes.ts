/** The look-alikes in a process of their own, so that their work is not counted as a driver's. */
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What would make a look-alike wait or refuse for reasons that are not ours. */
export const generous = [
  { platform: 'zalo', name: 'verifyLooks', value: 0 },
  { platform: 'zalo', name: 'rateLimit', value: 1_000_000 },
  { platform: 'facebook', name: 'callsADay', value: 10_000_000 },
  { platform: 'youtube', name: 'processingSeconds', value: 0 },
  { platform: 'youtube', name: 'uploadsADay', value: 100_000 },
  { platform: 'youtube', name: 'unitsADay', value: 10_000_000 },
]

export type Lookalikes = {
  child: ChildProcess
  origin: string
  addresses: Record<string, string>
  ask(path: string, body?: unknown): Promise<unknown>
  close(): Promise<void>
}

export async function startLookalikes(): Promise<Lookalikes> {
  const directory = await mkdtemp(join(tmpdir(), 'lan-toa-bench-'))
  const child = fork('src/sandbox/main.ts', ['--port', '0', '--directory', directory], {
    execArgv: ['--import', 'tsx'],
    env: { PATH: process.env['PATH'], NODE_ENV: 'test' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const [{ origin, addresses }] = (await once(child, 'message')) as [Pick<Lookalikes, 'origin' | 'addresses'>]
  return {
    child,
    origin,
    addresses,
    ask: (path, body) => ask(origin + path, body),
    close: async () => {
      child.disconnect()
      await once(child, 'exit')
      await rm(directory, { recursive: true, force: true })
    },
  }
}

/** @throws Error with what was refused. */
export async function ask(url: string, body?: unknown): Promise<unknown> {
  const settings = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
  const answer = await fetch(url, body === undefined ? {} : settings)
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${url}: ${text}`)
  return JSON.parse(text)
}
