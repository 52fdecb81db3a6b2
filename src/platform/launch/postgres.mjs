/**
 * The embedded PostgreSQL. The server is detached on purpose: it outlives a launcher that was killed, and the next start
 * finds it running and takes it over instead of starting a second one on the same data.
 */
import { randomBytes } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { findOwner, give, reachableData, reachablePrograms } from './servers/owner.mjs'
import { findFreePort } from './servers/ports.mjs'
import { findPrograms } from './servers/postgres-programs.mjs'
import { runProgram } from './setup/run-program.mjs'
import { LaunchError } from './setup/steps.mjs'

const superuser = 'lantoa'
const mainDatabase = 'lantoa'

/**
 * @typedef {{ data: string, bin: string, owner: import('./servers/owner.mjs').Owner, password: string }} Cluster
 * @typedef {{ url: string, port: number, wasRunning: boolean, stop: () => Promise<void> }} Postgres
 */

/**
 * Starts the server on a folder, which is made on first use. `isThrowaway` trades safety against power cuts for speed.
 * @param {{ directory: string, port?: number, isThrowaway?: boolean }} options
 * @returns {Promise<Postgres>}
 */
export async function startPostgres({ directory, port = 54_329, isThrowaway = false }) {
  const owner = findOwner()
  const data = reachableData(directory, owner)
  const bin = join(reachablePrograms(findPrograms(), owner), 'bin')
  const cluster = { data, bin, owner, password: readPassword(`${directory}.password`) }
  if (!existsSync(join(data, 'PG_VERSION'))) await initialise(cluster)
  const runningPort = await findRunning(cluster)
  const usedPort = runningPort ?? (await launch({ ...cluster, port, isThrowaway }))
  const url = `postgres://${superuser}:${cluster.password}@127.0.0.1:${usedPort}`
  await ensureDatabase(`${url}/postgres`)
  return {
    url: `${url}/${mainDatabase}`,
    port: usedPort,
    wasRunning: runningPort !== undefined,
    stop: () => stop(cluster),
  }
}

/** @param {string} file */
function readPassword(file) {
  if (!existsSync(file)) writeFileSync(file, randomBytes(18).toString('base64url'), { mode: 0o600 })
  return readFileSync(file, 'utf8').trim()
}

/** An interrupted initdb leaves only the `.new` folder behind. @param {Cluster} cluster */
async function initialise({ data, bin, owner, password }) {
  const fresh = `${data}.new`
  rmSync(fresh, { recursive: true, force: true })
  mkdirSync(fresh, { recursive: true, mode: 0o700 })
  give(fresh, owner)
  const secrets = mkdtempSync(join(tmpdir(), 'lan-toa-'))
  const passwordFile = join(secrets, 'password')
  writeFileSync(passwordFile, password, { mode: 0o600 })
  for (const path of [secrets, passwordFile]) give(path, owner)
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const access = ['--auth=scram-sha-256', `--username=${superuser}`, `--pwfile=${passwordFile}`]
  await runProgram(join(bin, 'initdb'), [`--pgdata=${fresh}`, '--no-sync', ...access, ...locale], {
    ...owner,
    cwd: '/',
    env: {},
    sentence: `không tạo được dữ liệu PostgreSQL ở ${data}`,
  }).finally(() => rmSync(secrets, { recursive: true, force: true }))
  rmSync(data, { recursive: true, force: true })
  renameSync(fresh, data)
}

/** @param {Cluster} cluster */
async function findRunning({ data, password }) {
  const pidFile = join(data, 'postmaster.pid')
  if (!existsSync(pidFile)) return undefined
  const [pid, , , port] = readFileSync(pidFile, 'utf8').split('\n')
  for (let tries = 0; tries < 20; tries++) {
    if (!worksIn(data, Number(pid))) return rmSync(pidFile, { force: true })
    if (await answers(`postgres://${superuser}:${password}@127.0.0.1:${Number(port)}/postgres`)) return Number(port)
    await setTimeout(500) // starting up after a crash, or on its way out
  }
  throw new LaunchError(
    `một PostgreSQL (tiến trình ${Number(pid)}) đang giữ ${data} nhưng không trả lời; hãy dừng nó: kill ${Number(pid)}`,
  )
}

/**
 * A process number may be a zombie's, or belong to somebody else after a restart of the machine.
 * @param {string} data
 * @param {number} pid
 */
function worksIn(data, pid) {
  try {
    if (process.platform === 'linux') return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(data)
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/** @param {string} url */
async function answers(url) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

const durable = ['-c wal_level=replica']
const throwaway = ['-c fsync=off', '-c synchronous_commit=off', '-c full_page_writes=off']

/** @param {Cluster & { port: number, isThrowaway: boolean }} cluster */
async function launch({ data, bin, owner, port, isThrowaway }) {
  for (let next = port, tries = 0; tries < 4; tries++, next++) {
    next = await findFreePort(next)
    const settings = [
      `-p ${next}`,
      '-c listen_addresses=127.0.0.1',
      "-c unix_socket_directories=''",
      '-c max_connections=400',
    ]
    const flags = [...settings, '-c timezone=UTC', ...(isThrowaway ? throwaway : durable)].join(' ')
    const log = join(data, 'server.log')
    const options = { ...owner, cwd: '/', env: {}, stdio: /** @type {'ignore'} */ ('ignore') }
    const isUp = await runProgram(
      join(bin, 'pg_ctl'),
      ['start', '-w', '-D', data, '-l', log, '-o', flags],
      options,
    ).then(
      () => true,
      () => false,
    )
    if (isUp) return next
  }
  const log = readFileSync(join(data, 'server.log'), 'utf8').trim().split('\n').slice(-5).join('\n')
  throw new LaunchError(`PostgreSQL không khởi động được trên dữ liệu ${data}:\n${log}`)
}

/** @param {Cluster} cluster */
async function stop({ data, bin, owner }) {
  if (!existsSync(join(data, 'postmaster.pid'))) return
  const options = { ...owner, cwd: '/', env: {}, sentence: 'không dừng được PostgreSQL' }
  await runProgram(join(bin, 'pg_ctl'), ['stop', '-w', '-m', 'fast', '-D', data], options)
}

/** @param {string} url */
async function ensureDatabase(url) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [mainDatabase])
  if (!rowCount) await client.query(`create database ${mainDatabase}`)
  await client.end()
}
