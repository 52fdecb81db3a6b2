/** Starting a process that needs its database and queue: says which one is missing, waits a little, then gives up. */
import { setTimeout } from 'node:timers/promises'
import { environment } from './env'
import { ConfigurationError } from './errors'
import { pingQueue } from './queue'

const TRIES = 10
const PAUSE_MILLISECONDS = 2000

/** Runs `start` until it succeeds; after the last try prints one sentence and exits with 1. */
export async function bootOrExit<Result>(start: () => Promise<Result>): Promise<Result> {
  // Payload's adapters also reject a promise that nobody holds when the database is away, which would end the process.
  const ignore = () => undefined
  process.on('unhandledRejection', ignore)
  const started = await tryToStart(start, 1)
  process.off('unhandledRejection', ignore)
  return started
}

async function tryToStart<Result>(start: () => Promise<Result>, attempt: number): Promise<Result> {
  try {
    await pingQueue().catch((cause: unknown) => Promise.reject(new Unreachable('REDIS_URL', cause)))
    return await start()
  } catch (cause) {
    if (cause instanceof ConfigurationError || attempt === TRIES) exitWith(sentenceFor(cause))
    process.stderr.write(`${sentenceFor(cause)} Thử lại lần ${attempt}/${TRIES}…\n`)
    await setTimeout(PAUSE_MILLISECONDS)
    return tryToStart(start, attempt + 1)
  }
}

export function exitWith(sentence: string): never {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}

class Unreachable extends Error {
  readonly variable: string

  constructor(variable: string, cause: unknown) {
    super(`${variable} unreachable`, { cause })
    this.variable = variable
  }
}

function sentenceFor(cause: unknown): string {
  if (cause instanceof ConfigurationError) return cause.message
  if (cause instanceof Unreachable) return 'Không kết nối được Redis (REDIS_URL); hãy kiểm tra máy chủ Redis.'
  const { databaseKind } = environment()
  return `Không kết nối được ${databaseKind === 'mongodb' ? 'MongoDB' : 'PostgreSQL'} (DATABASE_URL): ${cause instanceof Error ? cause.message.split('\n')[0] : 'lỗi không rõ'}.`
}
