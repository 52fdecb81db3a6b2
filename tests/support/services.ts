/**
 * What integration tests stand on: a real database of their own and a queue prefix of their own, on the stack that the run
 * was asked for (STACK=production: MongoDB and Redis; otherwise the embedded PostgreSQL).
 */
import { testSecrets, type Place } from './test-servers'

export type TestEnvironment = Place & typeof testSecrets

export const stack = process.env['STACK'] === 'production' ? 'production' : 'embedded'

/**
 * A migrated, empty database for one test file. Call it before anything of ours is imported that reads the environment:
 * `Object.assign(process.env, await databaseFor(import.meta.url))`, then `await import('@payload-config')`.
 */
export async function databaseFor(file: string): Promise<TestEnvironment> {
  const desk = process.env['TEST_SERVERS']
  if (!desk) throw new Error('vitest was started without tests/support/vitest/global-setup.ts')
  const answer = await fetch(`${desk}/?file=${encodeURIComponent(file)}`)
  if (!answer.ok) throw new Error(await answer.text())
  return { ...((await answer.json()) as Place), ...testSecrets }
}
