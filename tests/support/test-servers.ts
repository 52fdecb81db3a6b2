/** The real servers behind the integration tests, each started on first use and shared by all files of one run. */
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { startMongo } from '@/platform/launch/mongod.mjs'
import { startPostgres } from '@/platform/launch/postgres.mjs'
import { startRedis } from '@/platform/launch/redis.mjs'
import { settledImports } from '@/platform/launch/run/children.mjs'
import { givenOr, withDatabase } from '@/platform/launch/run/servers.mjs'
import { runProgram } from '@/platform/launch/setup/run-program.mjs'
import { projectRoot } from '@/platform/launch/setup/root.mjs'

export type Place = { DATABASE_URL: string; REDIS_URL?: string; QUEUE_PREFIX: string }

export type TestServers = {
  place(file: string): Promise<Place>
  /** What tests leave lying about is removed with it. */
  scratch: string
  stop(): Promise<void>
}

type Server = { url: string; stop(): Promise<unknown> }

const prefix = 'lan-toa-test-'
const template = `lantoa_template_${process.pid}`

export function openTestServers(stack: 'embedded' | 'production'): TestServers {
  const directory = makeDirectory()
  const scratch = join(directory, 'scratch')
  mkdirSync(scratch)
  const running: Server[] = []
  const keep = async (starting: Promise<Server>) => {
    const server = await starting
    running.push(server)
    return server
  }
  const places = stack === 'embedded' ? embeddedPlaces(directory, keep) : productionPlaces(directory, keep)
  return {
    place: places,
    scratch,
    async stop() {
      for (const server of running.toReversed()) await server.stop()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

function embeddedPlaces(directory: string, keep: (starting: Promise<Server>) => Promise<Server>) {
  const start = once(async () => {
    const server = await keep(
      givenOr(process.env['TEST_DATABASE_URL'], () =>
        startPostgres({ directory: join(directory, 'postgres'), isThrowaway: true }),
      ),
    )
    await query(server.url, `create database ${template}`)
    await migrate(withDatabase(server.url, template))
    return server.url
  })
  let last: Promise<unknown> = Promise.resolve()
  return async (file: string): Promise<Place> => {
    const url = await start()
    const name = nameFor(file)
    // One clone at a time: a template must have no other user.
    last = last.then(() => query(url, `create database ${name} template ${template}`))
    await last
    return { DATABASE_URL: withDatabase(url, name), QUEUE_PREFIX: name }
  }
}

function productionPlaces(directory: string, keep: (starting: Promise<Server>) => Promise<Server>) {
  const start = once(async () => ({
    mongo: await keep(
      givenOr(process.env['TEST_MONGODB_URL'], () => startMongo({ directory: join(directory, 'mongo') })),
    ),
    redis: await keep(
      givenOr(process.env['TEST_REDIS_URL'], () => startRedis({ directory: join(directory, 'redis') })),
    ),
  }))
  return async (file: string): Promise<Place> => {
    const { mongo, redis } = await start()
    const name = nameFor(file)
    return { DATABASE_URL: withDatabase(mongo.url, name), REDIS_URL: redis.url, QUEUE_PREFIX: name }
  }
}

/** Folders of runs that were killed are removed with the servers in them. */
function makeDirectory(): string {
  for (const name of readdirSync(tmpdir()).filter((name) => name.startsWith(prefix))) {
    const [pid] = name.slice(prefix.length).split('-')
    if (!isAlive(Number(pid))) sweep(join(tmpdir(), name))
  }
  const directory = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`))
  chmodSync(directory, 0o755)
  return directory
}

function sweep(directory: string): void {
  void startPostgres({ directory: join(directory, 'postgres') })
    .then((server) => server.stop())
    .then(() => rmSync(directory, { recursive: true, force: true, maxRetries: 5 }))
    // Another run may be clearing it away at this moment; what stays is found by the next one.
    .catch(() => undefined)
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'EPERM'
  }
}

let count = 0

function nameFor(file: string): string {
  count += 1
  const plain = file
    .replace(/^.*tests[\\/]/, '')
    .replace(/\.test\.ts$/, '')
    .toLowerCase()
  return `t${process.pid}_${count}_${plain.replace(/[^a-z0-9]+/g, '_')}`.slice(0, 60)
}

async function query(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(statement).finally(() => client.end())
}

async function migrate(url: string): Promise<void> {
  await runProgram(process.execPath, [...settledImports, '--import', 'tsx', 'src/platform/database/migrate.ts'], {
    cwd: projectRoot,
    env: { ...process.env, ...testSecrets, DATABASE_URL: url, REDIS_URL: '', DISABLE_PAYLOAD_HMR: 'true' },
    sentence: 'the test template could not be migrated',
  })
}

export const testSecrets = {
  APP_SECRET: 'secret-of-the-tests-secret-of-the-tests',
  ENCRYPTION_KEY: 'key-of-the-tests-key-of-the-tests-key-of',
  PUBLIC_URL: 'http://localhost:3000',
  TRAINING: '1',
  LOG_LEVEL: 'error',
}

function once<Result>(work: () => Promise<Result>): () => Promise<Result> {
  let running: Promise<Result> | undefined
  return () => (running ??= work())
}
