import { createServer } from 'node:net'

/**
 * @param {number} port
 * @param {string | undefined} host
 * @returns {Promise<boolean>}
 */
function canListen(port, host) {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen({ port, host }, () => server.close(() => resolve(true)))
  })
}

/** @param {number} port */
export async function isPortFree(port) {
  return (await canListen(port, '127.0.0.1')) && (await canListen(port, undefined))
}

/**
 * The preferred port or the next free one.
 * @param {number} preferred
 * @returns {Promise<number>}
 */
export async function findFreePort(preferred) {
  for (let port = preferred; port < preferred + 200 && port < 65_536; port++) {
    if (await isPortFree(port)) return port
  }
  throw new Error(`no free port between ${preferred} and ${preferred + 200}`)
}
