/** Real processes of our own code, bundled as `npm run build` bundles them, so that they can be killed. */
import { build } from 'esbuild'
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { settledImports } from '@/platform/launch/run/children.mjs'
import { projectRoot } from '@/platform/launch/setup/root.mjs'

const sources = {
  worker: 'jobs/runtime/main.ts',
  sandbox: 'src/sandbox/main.ts',
  'rotate-key': 'src/platform/database/rotate-key.ts',
  contestant: 'tests/support/engine/contestant.ts',
  'crash-worker': 'tests/support/engine/crash/worker.ts',
}

export type Program = keyof typeof sources

export type Bundles = { path(program: Program): string; remove(): Promise<void> }

/** Below node_modules, where the packages that stay outside the bundle are found. */
export async function bundle(programs: readonly Program[]): Promise<Bundles> {
  const cache = join(projectRoot, 'node_modules', '.cache')
  await mkdir(cache, { recursive: true })
  const directory = await mkdtemp(join(cache, 'lan-toa-tests-'))
  await build({
    entryPoints: programs.map((name) => ({ in: join(projectRoot, sources[name]), out: name })),
    outdir: directory,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    jsx: 'automatic',
    logLevel: 'error',
    absWorkingDir: projectRoot,
  })
  return {
    path: (program) => join(directory, `${program}.mjs`),
    remove: () => rm(directory, { recursive: true, force: true }),
  }
}

export type Process = {
  child: ChildProcess
  /** The next message that fits; what came before it is looked at too. */
  message<Message>(fits: (message: unknown) => message is Message): Promise<Message>
  /** SIGKILL: nothing of its own runs after this. */
  kill(): Promise<void>
  /** SIGTERM: it ends what it is doing first. */
  stop(): Promise<void>
  /** What it printed so far, for the sentence of a failure. */
  output(): string
}

type Start = { args?: string[]; env: Record<string, string | undefined> }

export function start(bundles: Bundles, program: Program, { args = [], env }: Start): Process {
  const child = fork(bundles.path(program), args, {
    execArgv: settledImports,
    env: { ...env, DISABLE_PAYLOAD_HMR: 'true' } as Record<string, string> as NodeJS.ProcessEnv,
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let printed = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => (printed = (printed + chunk.toString()).slice(-20_000)))
  const received: unknown[] = []
  child.on('message', (message) => received.push(message))
  const output = () => printed
  return {
    child,
    output,
    message: (fits) => waitFor(child, { received, fits, output }),
    kill: () => end(child, 'SIGKILL'),
    stop: () => end(child, 'SIGTERM'),
  }
}

type Wait<Message> = { received: unknown[]; fits(message: unknown): message is Message; output(): string }

const SECONDS = 60

async function waitFor<Message>(child: ChildProcess, { received, fits, output }: Wait<Message>): Promise<Message> {
  const signal = AbortSignal.timeout(SECONDS * 1000)
  child.setMaxListeners(0)
  for (;;) {
    const found = received.findIndex(fits)
    if (found >= 0) return received.splice(found, 1)[0] as Message
    if (child.exitCode !== null || signal.aborted) throw new Error(`no message from the process\n${output()}`)
    await Promise.race([once(child, 'message', { signal }), once(child, 'exit', { signal })]).catch(() => undefined)
  }
}

async function end(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill(signal)
  await gone
}
