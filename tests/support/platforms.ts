/** A platform that runs for one test file: a look-alike in a sandbox of its own, or whatever a test brings itself. */
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Fault, Lookalike } from '@/sandbox/contract'
import type { SandboxDesk } from '@/sandbox/desk'
import { judge } from '@/sandbox/desk/verdict'
import { startSandbox } from '@/sandbox/server'

export type RunningPlatform = {
  /** Base addresses by environment variable. */
  addresses: Record<string, string>
  account: string
  credentials: Record<string, string>
  /** Left out by a platform that cannot be broken on purpose: the tests of faults are then left out too. */
  fault?(fault: Fault, call: string): void
  /** Turns a number of the look-alike's: `listLagSeconds`, `processingSeconds` … */
  knob?(name: string, value: number): void
  /** Forgets faults that no call has met. */
  heal?(): void
  /** Every text the platform has taken, oldest first, to the byte. */
  texts(): Promise<string[]>
  /** How many posts with this tracked link the public sees. */
  visible(link: string): Promise<number>
  /** How many posts the public sees in all. */
  visibleInAll?(): Promise<number>
  now(): Date
  /** Lets time pass without waiting. */
  pass(seconds: number): void
  /** Keeps bytes where the platform can fetch them; returns their address. */
  keep(bytes: Uint8Array, mimeType: string): string
  close(): Promise<void>
}

/** With the desk, for tests that look behind the counter or move things there. */
export type RunningLookalike = RunningPlatform & { desk: SandboxDesk }

export async function runLookalike(lookalike: Lookalike, name = 'Công an tỉnh Kon Tum'): Promise<RunningLookalike> {
  const directory = await mkdtemp(join(tmpdir(), 'lan-toa-sandbox-'))
  const { origin, addresses, desk, close } = await startSandbox({ lookalikes: [lookalike], directory, port: 0 })
  const { account, credentials } = lookalike.open(desk, name)
  return {
    addresses,
    account,
    credentials,
    desk,
    fault: (fault, call) => desk.faults.add({ platform: lookalike.platform, call, fault, times: 1 }),
    knob: (name, value) => desk.records.put('sandbox.knobs', `${lookalike.platform}/${name}`, value),
    heal: () => desk.faults.clear(),
    texts: async () =>
      desk.entries
        .read({ platform: lookalike.platform })
        .map(({ text }) => text)
        .filter(Boolean),
    visible: async (link) => {
      const code = link.split('/l/')[1] ?? ''
      return judge(lookalike.wall(desk), []).posts[`${lookalike.platform}|${account}|${code}`] ?? 0
    },
    visibleInAll: async () => lookalike.wall(desk).filter(({ state }) => state === 'visible').length,
    now: desk.now,
    pass: (seconds) => desk.clock.move(desk.clock.offsetSeconds() + seconds),
    keep: (bytes, mimeType) => origin + desk.keep(bytes, mimeType),
    close: async () => {
      await close()
      await rm(directory, { recursive: true, force: true })
    },
  }
}

/** Where nobody listens. Not a reserved port: `fetch` refuses those itself, without ever trying. */
export async function deadAddress(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return `http://127.0.0.1:${port}`
}
