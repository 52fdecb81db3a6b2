import { spawn } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { settledImports } from '@/platform/launch/run/children.mjs'

type Ended = { code: number | null; text: string }

/** The worker process with nothing but these variables; killed once `until` is on its stderr. */
function startWorker(variables: Record<string, string>, until?: string): Promise<Ended> {
  const env = { PATH: process.env['PATH'], HOME: process.env['HOME'], NODE_ENV: 'test' as const, ...variables }
  const child = spawn(process.execPath, [...settledImports, '--import', 'tsx', 'jobs/runtime/main.ts'], { env })
  let text = ''
  child.stderr.on('data', (chunk: Buffer) => {
    text += chunk.toString()
    if (until && text.includes(until)) child.kill('SIGKILL')
  })
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, text })))
}

const secrets = { APP_SECRET: 'x'.repeat(32), ENCRYPTION_KEY: 'y'.repeat(32), PUBLIC_URL: 'http://localhost:1' }

describe('a process that starts', () => {
  it('tells every problem of its environment at once, without a stack, and ends with 1', async () => {
    const { code, text } = await startWorker({ DATABASE_URL: 'mongodb://nowhere/lantoa', PORT: 'abc' })
    expect(code).toBe(1)
    for (const name of ['APP_SECRET', 'ENCRYPTION_KEY', 'PUBLIC_URL', 'PORT', 'REDIS_URL', 'replicaSet'])
      expect(text).toContain(name)
    expect(text).not.toMatch(/\n\s+at /)
  })

  it('says which database is away, and tries again', async () => {
    const { text } = await startWorker({ ...secrets, DATABASE_URL: 'postgres://a:b@127.0.0.1:1/x' }, 'Thử lại lần 2/10')
    expect(text).toMatch(/Không kết nối được PostgreSQL \(DATABASE_URL\).*Thử lại lần 1\/10/)
  })

  it('says that Redis is away', async () => {
    const away = { DATABASE_URL: 'postgres://a:b@127.0.0.1:1/x', REDIS_URL: 'redis://127.0.0.1:1' }
    const { text } = await startWorker({ ...secrets, ...away }, 'Thử lại lần 1/10')
    expect(text).toContain('Không kết nối được Redis (REDIS_URL)')
  })
})
