/** The body as it came, because signatures are over bytes; null as soon as it is longer than allowed. */
export async function readBytes({ headers, body }: Request, most: number): Promise<Uint8Array | null> {
  if (Number(headers.get('content-length') ?? 0) > most) return null
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of body ?? []) {
    length += piece.byteLength
    if (length > most) return null
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}
