/** One picture for one platform. The same source and spec give the same bytes, so a rendition may be made again at any time. */
import { createHash } from 'node:crypto'
import type { RenditionSpec } from '@/channels/contract'
import sharp, { type Sharp } from 'sharp'
import { MediaError } from './error'
import { PIXEL_LIMIT, unreadableImage } from './measuring/images'

export type RenderedPicture = { bytes: Buffer; mimeType: string; width: number; height: number; sha256: string }

type Size = { width: number; height: number }

const QUALITIES = [86, 78, 70, 60, 50, 40, 30]

/** @throws MediaError when the source is broken, or does not fit into `maxBytes` even at the lowest quality. */
export async function renderRendition(source: string | Buffer, spec: RenditionSpec): Promise<RenderedPicture> {
  try {
    return await renderToFit(source, spec)
  } catch (cause) {
    throw cause instanceof MediaError ? cause : unreadableImage(cause)
  }
}

async function renderToFit(source: string | Buffer, spec: RenditionSpec): Promise<RenderedPicture> {
  const picture = await shape(source, spec)
  for (const quality of QUALITIES) {
    const { data, info } = await encode(picture, { format: spec.format, quality }).toBuffer({ resolveWithObject: true })
    if (data.length <= spec.maxBytes) return finish(data, { ...info, format: spec.format })
  }
  throw new MediaError(
    'media_too_large',
    `Không nén được ảnh xuống mức ${spec.maxBytes} byte mà nền tảng nhận (${spec.name}).`,
    { status: 413 },
  )
}

/** Upright, in the colours every screen shows (sharp converts to sRGB and drops metadata, the place it was taken too). */
async function shape(source: string | Buffer, spec: RenditionSpec): Promise<Sharp> {
  const options = { limitInputPixels: PIXEL_LIMIT, failOn: 'truncated' } as const
  const { autoOrient } = await sharp(source, options).metadata()
  const upright = sharp(source, options).autoOrient().toColourspace('srgb')
  const size = targetSize(autoOrient, spec)
  // From the centre: `attention` changes with the version of the image library and would move a crop already approved.
  const sized = losesMuch(autoOrient, size)
    ? await onBackdrop(upright, size)
    : upright.resize({ ...size, fit: 'cover', position: 'centre' })
  return spec.format === 'jpeg' ? sized.flatten({ background: '#ffffff' }) : sized
}

/** A crop that would cut away more than a third of the picture, such as a poster with its title for a wide cover. */
function losesMuch(original: Size, wanted: Size): boolean {
  const ratio = original.width / original.height / (wanted.width / wanted.height)
  return Math.min(ratio, 1 / ratio) < 2 / 3
}

/** The whole picture, on a blurred and darker copy of itself. */
async function onBackdrop(upright: Sharp, size: Size): Promise<Sharp> {
  const backdrop = await upright
    .clone()
    .resize({ ...size, fit: 'cover' })
    .blur(30)
    .modulate({ brightness: 0.6 })
    .png()
    .toBuffer()
  const whole = await upright
    .clone()
    .resize({ ...size, fit: 'inside', withoutEnlargement: true })
    .png()
    .toBuffer()
  return sharp(backdrop).composite([{ input: whole, gravity: 'centre' }])
}

/** The largest size of the wanted shape that the original can fill: nothing is ever enlarged. */
function targetSize(original: Size, spec: RenditionSpec): Size {
  const shapeHeight = spec.height ?? (spec.width * original.height) / original.width
  const scale = Math.min(1, original.width / spec.width, original.height / shapeHeight)
  return { width: Math.max(1, Math.round(spec.width * scale)), height: Math.max(1, Math.round(shapeHeight * scale)) }
}

function encode(picture: Sharp, { format, quality }: { format: RenditionSpec['format']; quality: number }): Sharp {
  switch (format) {
    case 'jpeg':
      return picture.clone().jpeg({ quality, mozjpeg: true })
    case 'webp':
      return picture.clone().webp({ quality })
    case 'png':
      return picture
        .clone()
        .png(quality === QUALITIES[0] ? { compressionLevel: 9 } : { palette: true, quality, dither: 0.5 })
  }
}

function finish(bytes: Buffer, info: { width: number; height: number; format: string }): RenderedPicture {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { bytes, mimeType: `image/${info.format}`, width: info.width, height: info.height, sha256 }
}
