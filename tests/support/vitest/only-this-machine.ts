/** Before every test file: whatever a test opens a connection to is on this machine, or the test has failed. */
import { Socket } from 'node:net'
import { afterEach } from 'vitest'

const reached: string[] = []
const connect = Socket.prototype.connect

Socket.prototype.connect = function (this: Socket, ...given: unknown[]) {
  const host = hostOf(given)
  if (host === null || isThisMachine(host)) return Reflect.apply(connect, this, given)
  reached.push(host)
  throw new Error(`a test tried to reach ${host}`)
} as typeof connect

/** A driver may take the refusal for a platform that is away; the test is told all the same. */
afterEach(() => {
  const hosts = reached.splice(0)
  if (hosts.length > 0) throw new Error(`a test tried to reach ${hosts.join(', ')}`)
})

/** Of every form in which Node calls it; null for a pipe. */
function hostOf(given: unknown[]): string | null {
  const [first, second] = Array.isArray(given[0]) ? (given[0] as unknown[]) : given
  if (typeof first === 'number') return typeof second === 'string' ? second : 'localhost'
  const { host, path } = (first ?? {}) as { host?: string; path?: string }
  return path ? null : (host ?? 'localhost')
}

function isThisMachine(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.')
}
