/** A form with one file that is never held in memory; the length is known before the first byte leaves. */
import { randomUUID } from 'node:crypto'

export type Upload = {
  fields: Record<string, string>
  /** `stream` may hold more than `bytes`; only so many are sent. */
  file: { field: string; name: string; mimeType: string; bytes: number; stream: ReadableStream<Uint8Array> }
}

export function toMultipart({ fields, file }: Upload): {
  headers: Record<string, string>
  body: ReadableStream<Uint8Array>
} {
  const boundary = `----lantoa${randomUUID()}`
  const line = (name: string) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"`
  const texts = Object.entries(fields).map(([name, value]) => `${line(name)}\r\n\r\n${value}\r\n`)
  const opening = `${line(file.field)}; filename="${file.name}"\r\nContent-Type: ${file.mimeType}\r\n\r\n`
  const before = new TextEncoder().encode(texts.join('') + opening)
  const after = new TextEncoder().encode(`\r\n--${boundary}--\r\n`)
  return {
    headers: {
      'content-type': `multipart/form-data; boundary=${boundary}`,
      'content-length': String(before.byteLength + file.bytes + after.byteLength),
    },
    body: toStream(wrap(before, takeBytes(file.stream, file.bytes), after)),
  }
}

async function* wrap(before: Uint8Array, content: AsyncIterable<Uint8Array>, after: Uint8Array) {
  yield before
  yield* content
  yield after
}

/** The first `most` bytes; the rest is left unread. */
async function* takeBytes(stream: ReadableStream<Uint8Array>, most: number): AsyncGenerator<Uint8Array> {
  let left = most
  for await (const piece of stream) {
    yield piece.subarray(0, left)
    left -= Math.min(left, piece.byteLength)
    if (left === 0) return
  }
}

function toStream(pieces: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await pieces.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
    async cancel() {
      await pieces.return(undefined)
    },
  })
}
