/** Bodies that no memory should hold. */
import { fork } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parseMultipart } from '@/sandbox/body'
import type { SandboxRequest } from '@/sandbox/contract'
import { startSandbox, type Sandbox } from '@/sandbox/server'
import { echo } from './echo'

const MEGABYTE = 1024 * 1024

let directory: string
let sandbox: Sandbox
let seen: SandboxRequest[]
let kept: string[]
let parts: unknown[]

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'lan-toa-spool-'))
  ;[seen, kept, parts] = [[], [], []]
  const platform = echo(
    'one',
    { ONE_URL: '/one' },
    {
      cutCalls: ['piece'],
      handle: async (asked, desk) => {
        seen.push(asked)
        if (asked.path === '/keep' && asked.spool) kept.push(await desk.keepFile(asked.spool, 'video/mp4'))
        if (asked.path === '/piece') kept.push(String(await desk.grow('upload').append(asked)))
        if (asked.path === '/form') {
          for (const { field, bytes, path, size } of (await parseMultipart(asked)).files)
            parts.push([field, size, path ? await desk.keepFile(path, 'video/mp4') : bytes.length])
        }
        return { status: 200, body: {} }
      },
    },
  )
  sandbox = await startSandbox({ lookalikes: [platform], directory, port: 0 })
})
afterEach(() => sandbox.close())

const random = (megabytes: number) => Array.from({ length: megabytes }, () => randomBytes(MEGABYTE))
const hash = (chunks: Buffer[]) => chunks.reduce((sum, chunk) => sum.update(chunk), createHash('sha256')).digest('hex')
const send = (path: string, chunks: Buffer[]) =>
  fetch(`${sandbox.origin}/one${path}`, {
    method: 'POST',
    body: Readable.toWeb(Readable.from(chunks)) as ReadableStream,
    duplex: 'half',
  } as RequestInit)

describe('a large body', () => {
  it('lies in a file, to the byte, and is adopted under its checksum without being read', async () => {
    const chunks = random(40)
    await send('/keep', chunks)
    expect(seen[0]?.body.length).toBe(0)
    expect(kept).toEqual([`/_files/${hash(chunks)}`])
    const answer = await fetch(sandbox.origin + kept[0])
    expect(hash([Buffer.from(await answer.arrayBuffer())])).toBe(hash(chunks))
  })

  it('is gone after the answer when nobody wanted it', async () => {
    await send('/forget', random(20))
    expect(seen[0]?.spool).toContain(directory)
    expect(existsSync(seen[0]?.spool ?? '')).toBe(false)
    expect(readdirSync(join(directory, 'spool'))).toEqual([])
  })

  it('stays in memory when it is small', async () => {
    await send('/forget', random(2))
    expect([seen[0]?.spool, seen[0]?.body.length]).toEqual([null, 2 * MEGABYTE])
  })

  it('in parts is taken apart into files, small parts into memory', async () => {
    const [small, large] = [random(1), random(30)]
    const form = new FormData()
    form.set('thumb', new Blob(small), 'a.jpg')
    form.set('video', new Blob(large), 'b.mp4')
    await fetch(`${sandbox.origin}/one/form`, { method: 'POST', body: form })
    expect(parts).toEqual([
      ['thumb', MEGABYTE, MEGABYTE],
      ['video', 30 * MEGABYTE, `/_files/${hash(large)}`],
    ])
    expect(readdirSync(join(directory, 'spool'))).toEqual([])
  })

  it('does not grow the process that takes it', async () => {
    const child = fork('src/sandbox/main.ts', ['--port', '0', '--directory', join(directory, 'child')], {
      execArgv: ['--import', 'tsx'],
      env: { PATH: process.env['PATH'], NODE_ENV: 'test' },
      silent: true,
    })
    const [{ origin }] = (await once(child, 'message')) as [{ origin: string }]
    const before = peakMegabytes(child.pid)
    const chunk = randomBytes(MEGABYTE)
    const upload = request(`${origin}/facebook/video/nothing`, { method: 'POST' })
    const answered = once(upload, 'response')
    for (let sent = 0; sent < 400; sent += 1) if (!upload.write(chunk)) await once(upload, 'drain')
    upload.end()
    await answered
    expect(peakMegabytes(child.pid) - before).toBeLessThan(150)
    child.disconnect()
    await once(child, 'exit')
  })
})

describe('an upload piece by piece', () => {
  it('grows on disk, is there again after a restart, and is kept as one file', async () => {
    const [first, second] = [random(2), random(18)]
    await send('/piece', first)
    await sandbox.close()
    sandbox = await startSandbox({ lookalikes: [echo('one', {})], directory, port: 0 })
    const file = sandbox.desk.grow('upload')
    expect(file.size()).toBe(2 * MEGABYTE)
    await file.append({ body: Buffer.concat(second), spool: null }, 3 * MEGABYTE)
    expect(file.size()).toBe(5 * MEGABYTE)
    expect(Buffer.from(file.head(8))).toEqual(first[0]?.subarray(0, 8))
    expect(await file.keep('video/mp4')).toBe(`/_files/${hash([...first, ...second.slice(0, 3)])}`)
    expect(file.size()).toBe(0)
  })

  it('keeps what had come when the line is cut in the middle, where the platform does so', async () => {
    await cutAfter('/piece', MEGABYTE)
    await expect.poll(() => kept).toEqual([String(MEGABYTE)])
    expect(seen[0]?.isCut).toBe(true)
  })

  it('never hears of a cut line elsewhere', async () => {
    await cutAfter('/keep', MEGABYTE)
    await send('/forget', [])
    expect(seen.map(({ path }) => path)).toEqual(['/forget'])
  })
})

/** Sends so many bytes of a body that says it is longer, then breaks off. */
async function cutAfter(path: string, bytes: number): Promise<void> {
  const upload = request(`${sandbox.origin}/one${path}`, {
    method: 'POST',
    headers: { 'content-length': String(10 * bytes) },
  })
  upload.on('error', () => undefined)
  const closed = new Promise((resolve) => upload.on('close', resolve))
  await new Promise<void>((resolve) => upload.write(randomBytes(bytes), () => resolve()))
  upload.destroy()
  await closed
}

function peakMegabytes(pid: number | undefined): number {
  return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024
}
