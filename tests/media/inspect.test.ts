import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inspectUpload } from '~/media/inspect'
import { readMovie } from '~/media/measuring/movie-boxes'

let folder = ''
const place = (name: string) => join(folder, name)
const inspect = (name: string) => inspectUpload({ path: place(name), name })

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inspect-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function picture(format: 'jpeg' | 'png' | 'webp'): Promise<Buffer> {
  const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const
  return sharp({ create: { width: 300, height: 200, channels: 3, background: '#888', noise } })
    .toFormat(format)
    .toBuffer()
}

describe('a picture', () => {
  it.each(['jpeg', 'png', 'webp'] as const)('is measured from its bytes (%s)', async (format) => {
    await writeFile(place(`anh.${format}`), await picture(format))
    const facts = await inspect(`anh.${format}`)
    expect(facts).toMatchObject({ mimeType: `image/${format}`, kind: 'image', width: 300, height: 200, duration: null })
    expect(facts.sha256).toMatch(/^[0-9a-f]{64}$/)
  })

  it('is measured upright when the phone wrote it lying', async () => {
    await writeFile(
      place('nam.jpg'),
      await sharp(await picture('jpeg'))
        .withMetadata({ orientation: 6 })
        .toBuffer(),
    )
    expect(await inspect('nam.jpg')).toMatchObject({ width: 200, height: 300 })
  })

  it.each(['jpeg', 'png'] as const)('that was cut in the middle is broken (%s)', async (format) => {
    const whole = await picture(format)
    await writeFile(place(`cut.${format}`), whole.subarray(0, whole.length / 2))
    await expect(inspect(`cut.${format}`)).rejects.toMatchObject({ code: 'media_broken', status: 400 })
  })

  it('over 20 MB is refused with both numbers in the sentence', async () => {
    await writeFile(place('to.png'), Buffer.concat([await picture('png'), Buffer.alloc(21 * 1024 * 1024)]))
    await expect(inspect('to.png')).rejects.toMatchObject({
      code: 'media_too_large',
      status: 413,
      message: expect.stringContaining('20 MB'),
    })
  })
})

describe('a file that pretends', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
  const html = '<!doctype html><html><script>alert(1)</script></html>'

  it.each([
    ['trang.jpg', html],
    ['hinh.png', svg],
    ['tai-lieu.jpg', '%PDF-1.7\n…\n%%EOF\n'],
    ['chuong-trinh.pdf', `MZ${'\0'.repeat(200)}`],
  ])('is refused as disguised: %s', async (name, content) => {
    await writeFile(place(name), content)
    await expect(inspect(name)).rejects.toMatchObject({ code: 'media_disguised', status: 400 })
  })

  it.each([
    ['trang.html', html],
    ['hinh.svg', svg],
    ['ghi-chu.txt', 'xin chào'],
  ])('or is not of an accepted kind is refused: %s', async (name, content) => {
    await writeFile(place(name), content)
    await expect(inspect(name)).rejects.toMatchObject({ code: 'media_type_not_allowed', status: 415 })
  })

  it('holds nothing readable behind an accepted ending is broken', async () => {
    await writeFile(place('rac.jpg'), Buffer.alloc(500, 7))
    await writeFile(place('rong.jpg'), '')
    await expect(inspect('rac.jpg')).rejects.toMatchObject({ code: 'media_broken' })
    await expect(inspect('rong.jpg')).rejects.toMatchObject({ code: 'media_broken' })
  })
})

describe('a document', () => {
  it('with a header and an end is accepted', async () => {
    await writeFile(place('cam-nang.pdf'), '%PDF-1.7\n1 0 obj\nendobj\ntrailer\n%%EOF\n')
    expect(await inspect('cam-nang.pdf')).toMatchObject({ mimeType: 'application/pdf', kind: 'document', width: null })
  })

  it('that was cut is broken', async () => {
    await writeFile(place('cut.pdf'), `%PDF-1.7\n${'x'.repeat(4000)}`)
    await expect(inspect('cut.pdf')).rejects.toMatchObject({ code: 'media_broken' })
  })
})

describe('a video', () => {
  it.each([
    ['otp-la-chia-khoa.mp4', 1280, 720],
    ['dung-muoi-giay.mp4', 720, 1280],
  ])('that the project ships is measured: %s', async (name, width, height) => {
    await copyFile(join('media/clips', name), place(name))
    const facts = await inspect(name)
    expect(facts).toMatchObject({ mimeType: 'video/mp4', kind: 'video', width, height })
    expect(facts.duration).toBeCloseTo(10.5, 1)
    expect(facts.bytes).toBeLessThanOrEqual(400 * 1024)
  })

  it('that was cut is broken, by the boxes alone, without ffprobe', async () => {
    const whole = await readFile('media/clips/dung-muoi-giay.mp4')
    await writeFile(place('cut.mp4'), whole.subarray(0, whole.length - 50_000))
    expect(await readMovie(place('cut.mp4'))).toBeNull()
    await expect(inspect('cut.mp4')).rejects.toMatchObject({ code: 'media_broken' })
  })
})
