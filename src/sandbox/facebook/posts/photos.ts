import { parseBody, type UploadedFile } from '../../body'
import type { Desk, SandboxAnswer, SandboxRequest } from '../../contract'
import { badParameter, graphError, ok } from '../answers/errors'
import { savePhoto, type Page } from '../state'

const MAX_BYTES = 10_000_000

/** First bytes of jpeg, png, gif, bmp and the two kinds of tiff. */
const SIGNATURES = ['ffd8ff', '89504e47', '47494638', '424d', '49492a00', '4d4d002a']

type Given = { page: Page; request: SandboxRequest; desk: Desk }

/** Only unpublished photos stand here: a photo that is a post by itself is not something our driver makes. */
export async function createPhoto({ page, request, desk }: Given): Promise<SandboxAnswer> {
  const { fields, files } = await parseBody(request)
  const file = files[0]
  const refusal = refuse(fields, file)
  if (refusal || !file) return refusal ?? badParameter('Missing or invalid image file')
  const id = String(122_000_000_000_000 + desk.next('facebook.photo'))
  savePhoto(desk, {
    id,
    page: page.id,
    file: desk.keep(file.bytes, file.mimeType),
    alt: fields['alt_text_custom'] ?? '',
    uploadedAt: desk.now().toISOString(),
    usedBy: null,
  })
  return ok({ id })
}

function refuse(fields: Record<string, string>, file: UploadedFile | undefined): SandboxAnswer | null {
  if (!file) return badParameter('Missing or invalid image file')
  if (fields['published'] !== 'false') return badParameter('The look-alike takes photos with published=false only')
  if (file.size > MAX_BYTES)
    return badParameter('Your photos couldn’t be uploaded. Photos should be smaller than 10 MB', 1366046)
  return isPicture(file.bytes)
    ? null
    : graphError({ code: 324, subcode: 2069019, message: '(#324) Missing or invalid image file' })
}

function isPicture(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 4)).toString('hex')
  return SIGNATURES.some((signature) => start.startsWith(signature))
}
