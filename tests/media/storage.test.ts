import { execFileSync } from 'node:child_process'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openStored, removeStored, storeFile } from '~/media/storage'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'storage-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const text = (content: string) => new TextEncoder().encode(content)

describe('storage', () => {
  it('keeps a file under the start of its checksum and a readable name', async () => {
    const stored = await storeFile(folder, { name: 'Đồng bào Kon Tum.JPG', source: [text('một'), text('hai')] })
    expect(stored.file).toBe(`${stored.sha256.slice(0, 16)}-dong-bao-kon-tum.jpg`)
    expect(await readdir(folder)).toEqual([stored.file])
    expect(await new Response(await openStored(join(folder, stored.file))).text()).toBe('mộthai')
  })

  it('opens a part of a file', async () => {
    const { file } = await storeFile(folder, { name: 'a.txt', source: [text('0123456789')] })
    expect(await new Response(await openStored(join(folder, file), { from: 3 })).text()).toBe('3456789')
    expect(await new Response(await openStored(join(folder, file), { from: 3, to: 5 })).text()).toBe('345')
    expect(await new Response(await openStored(join(folder, file), { from: 10 })).text()).toBe('')
  })

  it('stores the same file once', async () => {
    const first = await storeFile(folder, { name: 'a.txt', source: [text('như nhau')] })
    const second = await storeFile(folder, { name: 'a.txt', source: [text('như nhau')] })
    expect(second).toEqual(first)
    expect(await readdir(folder)).toHaveLength(1)
  })

  it('cannot be led out of its folder by a name', async () => {
    const { file } = await storeFile(folder, { name: '../../etc/passwd', source: [text('x')] })
    expect(file).toMatch(/^[0-9a-f]{16}-[a-z0-9-]+$/)
  })

  it('removes, and does not mind what is already gone', async () => {
    const { file } = await storeFile(folder, { name: 'a.txt', source: [text('x')] })
    await removeStored(join(folder, file))
    await removeStored(join(folder, file))
    await expect(openStored(join(folder, file))).rejects.toMatchObject({ code: 'media_missing', status: 404 })
  })

  it('leaves nothing behind when the upload breaks off', async () => {
    async function* broken() {
      yield text('nửa đầu')
      throw new Error('the browser went away')
    }
    await expect(storeFile(folder, { name: 'a.txt', source: broken() })).rejects.toThrow('the browser went away')
    expect(await readdir(folder)).toEqual([])
  })
})

/** Needs the right to mount; a container or CI machine has it as root. */
function mountSmallDisk(path: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', path], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

it('says that the disk is full and leaves nothing half-written', async ({ skip }) => {
  if (!mountSmallDisk(folder)) skip('no right to mount a small disk here')
  try {
    const source = Array.from({ length: 20 }, () => new Uint8Array(64 * 1024).fill(1))
    await expect(storeFile(folder, { name: 'to.mp4', source })).rejects.toMatchObject({
      code: 'disk_full',
      status: 507,
    })
    expect(await readdir(folder)).toEqual([])
  } finally {
    execFileSync('umount', [folder])
  }
})

it('turns the system’s “no space left” into a sentence on any machine', async () => {
  async function* fillingUp() {
    yield text('nửa đầu')
    throw Object.assign(new Error('write'), { code: 'ENOSPC' })
  }
  await expect(storeFile(folder, { name: 'to.mp4', source: fillingUp() })).rejects.toMatchObject({
    code: 'disk_full',
    message: expect.stringContaining('đầy'),
  })
  expect(await readdir(folder)).toEqual([])
})
