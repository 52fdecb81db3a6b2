import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { open, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Answer, codesOf, docOf, type Office, openOffice, picture } from '../../support/office'

/** A disk that is full at once: possible for root only, and only where mounting is allowed. */
const disk = join(import.meta.dirname, `../../../node_modules/.cache/full-disk-${process.pid}`)

function mountSmallDisk(): string | null {
  try {
    mkdirSync(disk, { recursive: true })
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk], { stdio: 'pipe' })
    return null
  } catch (cause) {
    rmSync(disk, { recursive: true, force: true })
    return cause instanceof Error ? (cause.message.split('\n')[1] ?? cause.message) : String(cause)
  }
}

const whyNot = mountSmallDisk()
if (whyNot)
  process.stderr.write(`Bỏ qua: kiểm thử ổ đĩa đầy vì không gắn được tmpfs (${whyNot}); chạy với quyền root.\n`)

describe('An upload', () => {
  let office: Office
  let png: Buffer
  beforeAll(async () => {
    office = await openOffice(import.meta.url)
    png = await picture('#5b1a6b')
  })
  afterAll(async () => {
    await office?.close()
    if (!whyNot) execFileSync('umount', [disk])
    rmSync(disk, { recursive: true, force: true })
  })

  const upload = (name: string, bytes: Uint8Array, over: { type?: string; fields?: object } = {}) => {
    const fields = { alt: 'Một tấm ảnh', organization: office.organization, ...over.fields }
    return office.asPerson('reporter').upload({ name, bytes, type: over.type }, fields)
  }
  const left = async () => [
    await office.engine.rows.count('media', {}),
    (await readdir(office.mediaDirectory)).toSorted().join(),
  ]

  async function expectNothing(ask: () => Promise<Answer>, status: number, code: string): Promise<void> {
    const before = await left()
    const answer = await ask()
    expect([answer.status, ...codesOf(answer)], answer.text).toEqual([status, code])
    expect(answer.body.errors?.[0]?.message).toMatch(/[ảệứếọủãạđ]/u)
    expect(await left()).toEqual(before)
  }

  it('of a real picture is measured by its bytes and waits for its renditions', async () => {
    const doc = docOf(await upload('ảnh đẹp.png', png, { fields: { alt: 'Ảnh đẹp'.normalize('NFD') } }))
    expect(doc).toMatchObject({ mimeType: 'image/png', width: 1200, height: 675, filesize: png.length, alt: 'Ảnh đẹp' })
    expect(doc).toMatchObject({ renditionState: 'pending', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) })
    expect(readdirSync(office.mediaDirectory)).toContain(doc['storedFile'])
  })

  it('is opened by its name, by those who may read it', async () => {
    const { storedFile } = docOf(await upload('mở xem.png', png))
    const path = `/media/file/${encodeURIComponent('mở xem.png')}`
    const answer = await office.asPerson('reporter').get(path)
    expect([answer.status, answer.headers.get('location')]).toEqual([302, `/media/${storedFile}`])
    expect((await office.visitor.get(path)).status).toBe(403)
    expect((await office.asPerson('reporter').get('/media/file/kh%C3%B4ng.png')).status).toBe(403)
  })

  it.each([
    ['no words for those who do not see it', () => upload('mới.png', png, { fields: { alt: '  ' } }), 'alt_missing'],
    ['a broken file', () => upload('a.png', png.subarray(0, 300)), 'media_broken'],
    ['noise', () => upload('a.png', Buffer.from('không phải ảnh')), 'media_broken'],
    ['an empty file', () => upload('a.png', Buffer.alloc(0)), 'media_broken'],
    [
      'a page that calls itself a picture',
      () => upload('a.png', Buffer.from('<html><script>1</script>')),
      'media_disguised',
    ],
    [
      'a picture that calls itself a document',
      () => upload('a.pdf', png, { type: 'application/pdf' }),
      'media_disguised',
    ],
    [
      'a program that calls itself a picture',
      () => upload('a.jpg', Buffer.from('4d5a90000300000004000000ffff', 'hex')),
      'media_disguised',
    ],
  ] as const)('of %s is refused', async (_what, ask, code) => {
    await expectNothing(ask, 400, code)
  })

  it('that is refused leaves the same picture of another row alone', async () => {
    const { storedFile } = docOf(await upload('chung.png', png))
    expect(codesOf(await upload('chung.png', png, { fields: { alt: '' } }))).toEqual(['alt_missing'])
    expect(readdirSync(office.mediaDirectory)).toContain(storedFile)
  })

  it('of a kind that nobody takes is refused', () =>
    expectNothing(() => upload('a.exe', png.subarray(0, 4)), 415, 'media_type_not_allowed'))

  it('that is too large is refused before it is kept', async () => {
    const large = Buffer.concat([png, Buffer.alloc(20 * 1024 * 1024)])
    await expectNothing(() => upload('a.png', large), 413, 'media_too_large')
  })

  it('without a file is refused', () => {
    const fields = { alt: 'x', organization: office.organization }
    return expectNothing(() => office.asPerson('reporter').post('/media', fields), 400, 'file_missing')
  })

  it('into another organization is refused', () =>
    expectNothing(() => upload('a.png', png, { fields: { organization: office.foreign } }), 403, 'not_allowed'))

  it.skipIf(Boolean(whyNot))('onto a full disk is refused and leaves nothing behind', async () => {
    const { environment } = await import('@/platform/env')
    const settings = environment() as { MEDIA_DIRECTORY: string }
    const { MEDIA_DIRECTORY } = settings
    const filler = await open(join(disk, 'đầy'), 'w')
    await filler.writeFile(Buffer.alloc(64 * 1024)).catch(() => undefined)
    await filler.close()
    settings.MEDIA_DIRECTORY = disk
    await expectNothing(() => upload('a.png', png), 507, 'disk_full')
    settings.MEDIA_DIRECTORY = MEDIA_DIRECTORY
    expect(readdirSync(disk)).toEqual(['đầy'])
  })
})
