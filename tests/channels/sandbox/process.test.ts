import { fork, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { productionReason, startFromCommandLine } from '@/sandbox/command-line'
import { lookalikes } from '@/sandbox'
import { greet } from '@/sandbox/command-line/greeting'
import { openAccountOf } from '@/sandbox/desk/accounts'
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

  it('tells a person what to paste, who exists and who can reach it', async () => {
    const sandbox = await startFromCommandLine(['--port', '0', '--directory', directory], {})
    const first = greet(sandbox).join('\n')
    expect(first).toContain('Chưa có tài khoản tập huấn nào.')
    for (const [name, value] of Object.entries(sandbox.addresses)) expect(first).toContain(`\n${name}=${value}\n`)
    expect(first).toContain(`Mở bằng trình duyệt: ${sandbox.origin}`)
    expect(first).toContain('Chỉ máy này vào được.')
    const [lookalike] = lookalikes
    if (lookalike) openAccountOf(sandbox.desk, lookalike, 'Xã Đăk Hà')
    expect(greet(sandbox).join('\n')).toMatch(/facebook +\d+ {2}Xã Đăk Hà/)
    expect(greet({ ...sandbox, host: '0.0.0.0' }).join('\n')).toContain('CHÚ Ý: đang nghe ở 0.0.0.0')
    await sandbox.close()
  })

  it('prints lines for a person when no program has started it, and a sentence when it refuses', async () => {
    const run = (argv: string[], env: Record<string, string>) =>
      spawn(process.execPath, ['--import', 'tsx', 'src/sandbox/main.ts', '--directory', directory, ...argv], {
        env: { PATH: process.env['PATH'] ?? '', NODE_ENV: 'test', ...env },
      })
    const child = run(['--port', '0'], {})
    const [printed] = (await once(child.stdout, 'data')) as [Buffer]
    expect(String(printed)).toMatch(/TELEGRAM_API_URL=http:\/\/127\.0\.0\.1:\d+\n/)
    child.kill()
    await once(child, 'exit')
    const refused = run(['--port', '0'], { NODE_ENV: 'production' })
    const [complaint] = (await once(refused.stderr, 'data')) as [Buffer]
    expect(String(complaint)).toContain('Không chạy nền tảng giả lập cạnh hệ thống thật: NODE_ENV=production.')
    expect(await once(refused, 'exit')).toEqual([1, null])
  })

  it.each([
    [['--prot', '1'], '--port SỐ'],
    [['--port', 'x'], 'từ 0 đến 65535'],
  ])('says what it does not understand: %o', async (argv, words) => {
    await expect(startFromCommandLine(argv, {})).rejects.toThrow(words)
  })

  it('says which port is taken', async () => {
    const sandbox = await startFromCommandLine(['--port', '0', '--directory', directory], {})
    const { port } = new URL(sandbox.origin)
    await expect(startFromCommandLine(['--port', port, '--directory', directory], {})).rejects.toThrow(`Cổng ${port}`)
    await sandbox.close()
  })

  it.each([
    { NODE_ENV: 'production' },
    { DATABASE_URL: 'mongodb://a/b' },
    { DATABASE_URL: 'postgres://db.tinh.gov.vn/a' },
    { REDIS_URL: 'redis://a' },
  ])('does not run beside %o', async (environment) => {
    expect(productionReason(environment)).not.toBeNull()
    await expect(startFromCommandLine(['--port', '0', '--directory', directory], environment)).rejects.toThrow(
      'hệ thống thật',
    )
  })
})
