import { open } from 'node:fs/promises'
import { MediaError } from '../error'
import type { Measures } from '../inspect'

const EDGE = 1024

/** A PDF that was cut while copying has its header and no end. */
export async function measureDocument(path: string): Promise<Measures> {
  const handle = await open(path)
  try {
    const { size } = await handle.stat()
    const start = await handle.read(Buffer.alloc(EDGE), 0, EDGE, 0)
    const end = await handle.read(Buffer.alloc(EDGE), 0, EDGE, Math.max(0, size - EDGE))
    const complete = start.buffer.includes('%PDF-') && end.buffer.includes('%%EOF')
    if (!complete)
      throw new MediaError('media_broken', 'Tệp PDF bị cắt cụt hoặc hỏng. Hãy xuất lại tệp PDF.', { status: 400 })
    return { width: null, height: null, duration: null }
  } finally {
    await handle.close()
  }
}
