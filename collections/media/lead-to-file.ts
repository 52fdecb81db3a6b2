import type { PayloadRequest } from 'payload'
import { rowsOf } from '@/platform/database'

type Stored = { id: string; storedFile: string | null }

/**
 * The admin's link to a medium by its name, `/api/media/file/{name}`. Payload keeps no files of ours (storage is addressed by
 * content), so whoever may read the medium is led to where the bytes are served.
 */
export async function leadToFile(
  { payload }: PayloadRequest,
  { params }: { params: { filename: string } },
): Promise<Response> {
  const where = { filename: params.filename }
  const [medium] = await rowsOf(payload).find<Stored>('media', { where, limit: 1, select: ['storedFile'] })
  if (!medium?.storedFile) return missing()
  return new Response(null, { status: 302, headers: { location: `/media/${medium.storedFile}` } })
}

function missing(): Response {
  const message = 'Không tìm thấy tệp trong kho tư liệu; hãy tải trang lại hoặc tải tệp lên lần nữa.'
  return Response.json({ errors: [{ code: 'media_missing', message }] }, { status: 404 })
}
