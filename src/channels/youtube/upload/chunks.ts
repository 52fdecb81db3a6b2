/** Pieces of exactly `size` bytes, the last one shorter: as much of the video as is ever in memory. */
export async function* cutIntoChunks(stream: ReadableStream<Uint8Array>, size: number): AsyncGenerator<Uint8Array> {
  let waiting: Uint8Array[] = []
  let held = 0
  for await (const piece of stream) {
    waiting.push(piece)
    held += piece.byteLength
    while (held >= size) {
      const bytes = Buffer.concat(waiting)
      yield bytes.subarray(0, size)
      held -= size
      waiting = [bytes.subarray(size)]
    }
  }
  if (held > 0) yield Buffer.concat(waiting)
}
