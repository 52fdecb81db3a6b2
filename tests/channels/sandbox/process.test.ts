import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { productionReason, startFromCommandLine } from '@/sandbox/command-line'
import type { Sandbox } from '@/sandbox/server'

let directory: string

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'lan-toa-sandbox-'))
})

describe('the process', () => {
  // With nothing of the outer environment: a test run beside MongoDB and Redis must not make it refuse.
  const start = (): ChildProcess =>
    fork('src/sandbox/main.ts', ['--port', '0', '--directory', directory], {
      execArgv: ['--import', 'tsx'],
      env: { PATH: process.env['PATH'], NODE_ENV: 'test' },
      silent: true,
    })

  it('tells its parent where it is, and ends with it', async () => {
    const child = start()
    const [{ addresses }] = (await once(child, 'message')) as [Pick<Sandbox, 'addresses'>]
    expect(addresses['TELEGRAM_API_URL']).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    child.disconnect()
    expect(await once(child, 'exit')).toEqual([0, null])
  })

  it('keeps everything through kill -9', async () => {
    const child = start()
    const [{ origin }] = (await once(child, 'message')) as [Sandbox]
    const open = (base: string) =>
      fetch(`${base}/_open`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"platform":"telegram","name":"Tỉnh"}',
      }).then((answer) => answer.json())
    const first: unknown = await open(origin)
    child.kill('SIGKILL')
    await once(child, 'exit')
    const sandbox = await startFromCommandLine(['--port', '0', '--directory', directory], {})
    expect(await open(sandbox.origin)).toEqual(first)
    await sandbox.close()
  })

  it.each([{ NODE_ENV: 'production' }, { DATABASE_URL: 'mongodb://a/b' }, { REDIS_URL: 'redis://a' }])(
    'does not run beside %o',
    async (environment) => {
      expect(productionReason(environment)).not.toBeNull()
      await expect(startFromCommandLine(['--port', '0', '--directory', directory], environment)).rejects.toThrow(
        'hệ thống thật',
      )
    },
  )
})
