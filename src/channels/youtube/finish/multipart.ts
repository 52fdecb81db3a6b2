/** `multipart/related` as Google's simple uploads take it: what the file is about, then the file, which is streamed. */
import { createHash } from 'node:crypto'
import type { DraftMedia } from '../../contract'

type Parts = { resource: unknown; media: DraftMedia; stream: ReadableStream<Uint8Array> }

export function multipart({ resource, media, stream }: Parts): {
  headers: Record<string, string>
  body: ReadableStream<Uint8Array>
} {
  const about = JSON.stringify(resource)
  const boundary = createHash('sha256').update(about).update(media.sha256).digest('hex')
  const open = `--${boundary}\r\ncontent-type: application/json; charset=UTF-8\r\n\r\n${about}\r\n`
  const head = new TextEncoder().encode(`${open}--${boundary}\r\ncontent-type: ${media.mimeType}\r\n\r\n`)
  const tail = new TextEncoder().encode(`\r\n--${boundary}--\r\n`)
  return {
    headers: {
      'content-type': `multipart/related; boundary=${boundary}`,
      'content-length': String(head.byteLength + media.bytes + tail.byteLength),
    },
    body: streamOf(join(head, stream, tail)),
  }
}

async function* join(
  head: Uint8Array,
  stream: ReadableStream<Uint8Array>,
  tail: Uint8Array,
): AsyncGenerator<Uint8Array> {
  yield head
  yield* stream
  yield tail
}

function streamOf(pieces: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    pull: async (controller) => {
      const { value, done } = await pieces.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
    cancel: async () => void (await pieces.return(undefined)),
  })
}
