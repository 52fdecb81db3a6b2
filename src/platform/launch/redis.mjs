/** A redis-server as the queue wants it (append-only file, nothing evicted), for tests and the production journey. */
import { mkdirSync } from 'node:fs'
import { connect } from 'node:net'
import { hasRedis } from './servers/mongod-program.mjs'
import { findFreePort } from './servers/ports.mjs'
import { startServer } from './servers/server-process.mjs'
import { LaunchError } from './setup/steps.mjs'

/**
 * @param {{ directory: string, port?: number }} options
 * @returns {Promise<{ url: string, port: number, pid: number | undefined, stop: () => Promise<void> }>}
 */
export async function startRedis({ directory, port }) {
  if (!hasRedis()) throw new LaunchError('không có redis-server; cài bằng: apt-get install redis-server')
  const usedPort = port ?? (await findFreePort(6479))
  mkdirSync(directory, { recursive: true })
  const durability = ['--appendonly', 'yes', '--maxmemory-policy', 'noeviction', '--save', '']
  const server = await startServer({
    name: 'redis-server',
    program: 'redis-server',
    argumentList: ['--port', String(usedPort), '--bind', '127.0.0.1', '--dir', directory, ...durability],
    isReady: () => answersPing(usedPort),
  })
  return { url: `redis://127.0.0.1:${usedPort}`, port: usedPort, ...server }
}

/**
 * @param {number} port
 * @returns {Promise<boolean>}
 */
function answersPing(port) {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('PING\r\n'))
    socket.once('data', (data) => {
      socket.destroy()
      resolve(data.toString().startsWith('+PONG'))
    })
    socket.once('error', () => resolve(false))
  })
}
