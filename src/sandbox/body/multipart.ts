import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import busboy from 'busboy'
import type { SandboxRequest } from '../contract'
import { fill, type Target } from './bucket'

export type UploadedFile = {
  field: string
  name: string
  mimeType: string
  /** Empty when the part lies in a file. */
  bytes: Uint8Array
  /** A part too large for memory; only in requests that were spooled. Gone after the answer unless `desk.keepFile` took it. */
  path: string | null
  size: number
}

export type Form = { fields: Record<string, string>; files: UploadedFile[] }

/** @throws Error when the body is no multipart body, or ends too early. */
export async function parseMultipart(request: SandboxRequest): Promise<Form> {
  const form: Form = { fields: {}, files: [] }
  const parser = busboy({ headers: request.headers, defParamCharset: 'utf8', limits: { fieldSize: 10_000_000 } })
  const parts: Promise<void>[] = []
  parser.on('field', (name, value) => {
    form.fields[name] = value
  })
  parser.on('file', (field, stream, info) => {
    const position = parts.length
    const taken = fill(stream, besides(request.spool)).then((content) => {
      form.files[position] = { field, name: info.filename ?? '', mimeType: info.mimeType, ...content }
    })
    // A stream that breaks fails the whole form below; without this it would also end the process.
    taken.catch(() => undefined)
    parts.push(taken)
  })
  await pipeline(request.spool ? createReadStream(request.spool) : Readable.from([request.body]), parser)
  await Promise.all(parts)
  return form
}

/** A part's file stands beside the spool, under the spool's name, so that both go together. */
function besides(spool: string | null): (() => Promise<Target>) | null {
  if (!spool) return null
  return async () => {
    const path = `${spool}.${randomUUID()}`
    const handle = await open(path, 'wx')
    return { path, write: async (chunk) => void (await handle.writev([chunk])), close: () => handle.close() }
  }
}
