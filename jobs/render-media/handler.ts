import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Rendition } from '@/channels/contract'
import { renditionSpecs } from '@/channels/registry'
import type { Engine } from '@/engine'
import type { Value } from '@/platform/database'
import { type CaptionFormat, captionTypes, readCues, writeCues } from '~/media/captions'
import { MediaError } from '~/media/error'
import { renderRendition } from '~/media/renditions'
import { storeFile } from '~/media/storage'
import type { Outcome } from '../runtime/definition'

type MediaRow = {
  id: string
  storedFile: string
  sha256: string
  mimeType: string
  filesize: number
  width: number | null
  height: number | null
  renditionState: string
}

type StoredRendition = Rendition & { file: string }

export async function handle(engine: Engine, { media: id }: { media: string }): Promise<Outcome> {
  const [row] = await engine.rows.find<MediaRow>('media', { where: { id }, limit: 1 })
  if (row?.renditionState !== 'pending') return { skipped: 'not pending' }
  try {
    const renditions = [originalOf(engine, row), ...(await renderOthers(engine, row))]
    await finish(engine, row, { renditions: renditions as never, renditionState: 'ready', renditionProblem: null })
    return { done: `${renditions.length} renditions` }
  } catch (cause) {
    if (!(cause instanceof MediaError)) throw cause
    await finish(engine, row, { renditionState: 'failed', renditionProblem: cause.message })
    return { done: cause.code }
  }
}

/** Only while it is still the file we looked at. */
async function finish({ rows }: Engine, { id, sha256 }: MediaRow, set: Record<string, Value>): Promise<void> {
  await rows.update('media', { id, sha256, renditionState: 'pending' }, set)
}

function originalOf(engine: Engine, row: MediaRow): StoredRendition {
  const { storedFile: file, mimeType, filesize: bytes, sha256, width, height } = row
  return { name: 'original', file, mimeType, bytes, sha256, width, height, url: addressOf(engine, file) }
}

async function renderOthers(engine: Engine, row: MediaRow): Promise<StoredRendition[]> {
  if (row.mimeType.startsWith('image/')) return renderAll(engine, row)
  return isCaptions(row.mimeType) ? renderCaptions(engine, row) : []
}

/** Both forms of the same cues, each under its name: one platform takes WebVTT, the other SubRip. */
async function renderCaptions(engine: Engine, row: MediaRow): Promise<StoredRendition[]> {
  const cues = readCues(await readFile(join(engine.mediaDirectory, row.storedFile), 'utf8'))
  const formats = Object.keys(captionTypes) as CaptionFormat[]
  return Promise.all(
    formats.map(async (name) => {
      const source = [new TextEncoder().encode(writeCues(cues, name))]
      const { file, bytes, sha256 } = await storeFile(engine.mediaDirectory, { name: `phu-de.${name}`, source })
      const mimeType = captionTypes[name]
      return { name, file, mimeType, bytes, sha256, width: null, height: null, url: addressOf(engine, file) }
    }),
  )
}

function isCaptions(mimeType: string): boolean {
  return (Object.values(captionTypes) as string[]).includes(mimeType)
}

async function renderAll(engine: Engine, row: MediaRow): Promise<StoredRendition[]> {
  const made: StoredRendition[] = []
  for (const spec of renditionSpecs) {
    const picture = await renderRendition(join(engine.mediaDirectory, row.storedFile), spec)
    const { file, bytes, sha256 } = await storeFile(engine.mediaDirectory, {
      name: `${spec.name}.${spec.format === 'jpeg' ? 'jpg' : spec.format}`,
      source: [picture.bytes],
    })
    made.push({
      name: spec.name,
      file,
      mimeType: picture.mimeType,
      bytes,
      sha256,
      width: picture.width,
      height: picture.height,
      url: addressOf(engine, file),
    })
  }
  return made
}

function addressOf({ publicUrl }: Engine, file: string): string {
  return `${publicUrl}/media/${encodeURIComponent(file)}`
}
