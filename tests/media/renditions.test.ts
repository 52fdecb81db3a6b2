import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { renderRendition } from '~/media/renditions'

let photo: Buffer
beforeAll(async () => {
  const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const
  const raw = sharp({ create: { width: 1600, height: 1200, channels: 3, background: '#888', noise } }).blur(2)
  photo = await raw
    .withExif({ IFD0: { Copyright: 'Toạ độ nhà' }, IFD3: { GPSLatitude: '14/1 0/1 0/1' } })
    .jpeg()
    .toBuffer()
})

const plenty = { name: 'test', format: 'jpeg', maxBytes: 5_000_000 } as const

describe('a rendition', () => {
  it('is cropped to exactly the shape asked for', async () => {
    expect(await renderRendition(photo, { ...plenty, width: 1200, height: 630 })).toMatchObject({
      mimeType: 'image/jpeg',
      width: 1200,
      height: 630,
    })
  })

  it('is scaled to the width when no height is named', async () => {
    expect(await renderRendition(photo, { ...plenty, width: 800 })).toMatchObject({ width: 800, height: 600 })
  })

  it('is never enlarged and keeps the shape', async () => {
    expect(await renderRendition(photo, { ...plenty, width: 3200, height: 1800 })).toMatchObject({
      width: 1600,
      height: 900,
    })
    expect(await renderRendition(photo, { ...plenty, width: 3200 })).toMatchObject({ width: 1600, height: 1200 })
  })

  it('loses quality until it fits', async () => {
    const free = await renderRendition(photo, { ...plenty, width: 1200 })
    const tight = await renderRendition(photo, { ...plenty, width: 1200, maxBytes: Math.floor(free.bytes.length / 2) })
    expect(tight.bytes.length).toBeLessThanOrEqual(free.bytes.length / 2)
    expect(tight.width).toBe(1200)
  })

  it('says so when it cannot fit at all', async () => {
    await expect(renderRendition(photo, { ...plenty, width: 1200, maxBytes: 500 })).rejects.toMatchObject({
      code: 'media_too_large',
    })
  })

  it('carries no metadata, so nobody learns where it was taken', async () => {
    const { exif, icc } = await sharp((await renderRendition(photo, { ...plenty, width: 800 })).bytes).metadata()
    expect({ exif, icc }).toEqual({ exif: undefined, icc: undefined })
    expect((await sharp(photo).metadata()).exif).toBeDefined()
  })

  it('stands upright', async () => {
    const lying = await sharp(photo).withMetadata({ orientation: 6 }).toBuffer()
    expect(await renderRendition(lying, { ...plenty, width: 600 })).toMatchObject({ width: 600, height: 800 })
  })

  it.each(['jpeg', 'png', 'webp'] as const)('is the same bytes each time (%s)', async (format) => {
    const spec = { ...plenty, format, width: 400, height: 400 }
    const [first, second] = [await renderRendition(photo, spec), await renderRendition(photo, spec)]
    expect(second.sha256).toBe(first.sha256)
    expect((await sharp(first.bytes).metadata()).format).toBe(format)
  })

  it('shows white, not black, where the original was transparent', async () => {
    const clear = await sharp({ create: { width: 50, height: 50, channels: 4, background: '#00000000' } })
      .png()
      .toBuffer()
    const { bytes } = await renderRendition(clear, { ...plenty, width: 50 })
    expect((await sharp(bytes).stats()).channels.map((channel) => Math.round(channel.mean))).toEqual([255, 255, 255])
  })

  it('of a broken picture is refused', async () => {
    await expect(renderRendition(photo.subarray(0, 4000), { ...plenty, width: 400 })).rejects.toMatchObject({
      code: 'media_broken',
    })
  })
})

describe('a tall poster for a wide cover', () => {
  it('is shown whole, with its top and bottom, on a darker copy of itself', async () => {
    const half = { width: 600, height: 600, channels: 3 as const }
    const top = await sharp({ create: { ...half, background: '#ff0000' } })
      .png()
      .toBuffer()
    const poster = await sharp({ create: { ...half, height: 1200, background: '#0000ff' } })
      .composite([{ input: top, gravity: 'north' }])
      .png()
      .toBuffer()
    const { bytes, width, height } = await renderRendition(poster, {
      name: 'wide',
      width: 600,
      height: 300,
      format: 'png',
      maxBytes: 1e6,
    })
    const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true })
    const pixel = (x: number, y: number) => [...data.subarray((y * info.width + x) * info.channels).subarray(0, 3)]
    expect([width, height]).toEqual([600, 300])
    expect(pixel(300, 5)).toEqual([255, 0, 0])
    expect(pixel(300, 295)).toEqual([0, 0, 255])
    expect(Math.max(...pixel(20, 20))).toBeLessThan(200)
  })
})
