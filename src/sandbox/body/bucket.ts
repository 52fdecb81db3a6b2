/** Takes bytes into memory as long as they are few, and into a file from there on. */

const MOST_IN_MEMORY = 16 * 1024 * 1024

export type Target = { path: string; write(chunk: Uint8Array): Promise<void>; close(): Promise<void> }

export type Content = { bytes: Uint8Array; path: string | null; size: number }

/** Without a place for a file everything stays in memory. */
export async function fill(stream: AsyncIterable<unknown>, openFile: (() => Promise<Target>) | null): Promise<Content> {
  const held: Buffer[] = []
  let size = 0
  let file: Target | null = null
  for await (const chunk of stream) {
    held.push(chunk as Buffer)
    size += (chunk as Buffer).length
    if (openFile && size > MOST_IN_MEMORY) file = await spill(held, file ?? (await openFile()))
  }
  await file?.close()
  return file ? { bytes: new Uint8Array(), path: file.path, size } : { bytes: Buffer.concat(held), path: null, size }
}

async function spill(held: Buffer[], file: Target): Promise<Target> {
  for (const chunk of held.splice(0)) await file.write(chunk)
  return file
}
