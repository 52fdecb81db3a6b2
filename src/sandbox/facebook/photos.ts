import { parseBody } from '../body'
import type { Desk, SandboxAnswer, SandboxRequest } from '../contract'
import { badParameter, graphError, ok } from './errors'
import { savePhoto, type Page } from './state'

const MAX_BYTES = 10_000_000

/** First bytes of jpeg, png, gif, bmp and the two kinds of tiff. */
const SIGNATURES = ['ffd8ff', '89504e47', '47494638', '424d', '49492a00', '4d4d002a']

/** Only unpublished photos stand here: a photo that is a post by itself is not something our driver makes. */
export async function createPhoto({
  page,
  request,
  desk,
}: {
  page: Page
  request: SandboxRequest
  desk: Desk
}): Promise<SandboxAnswer> {
  const { fields, files } = await parseBody(request)
  const file = files[0]
  if (!file) return badParameter('Missing or invalid image file')
  if (fields['published'] !== 'false') return badParameter('The look-alike takes photos with published=false only')
  if (file.bytes.length > MAX_BYTES)
    return badParameter('Your photos couldn’t be uploaded. Photos should be smaller than 10 MB', 1366046)
  if (!isPicture(file.bytes))
    return graphError({ code: 324, subcode: 2069019, message: '(#324) Missing or invalid image file' })
  const id = String(122_000_000_000_000 + desk.next('facebook.photo'))
  const kept = desk.keep(file.bytes, file.mimeType)
  savePhoto(desk, {
    id,
    page: page.id,
    file: kept,
    alt: fields['alt_text_custom'] ?? '',
    uploadedAt: desk.now().toISOString(),
    usedBy: null,
  })
  return ok({ id })
}

function isPicture(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 4)).toString('hex')
  return SIGNATURES.some((signature) => start.startsWith(signature))
}
