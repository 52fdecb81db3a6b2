import type { UploadFieldSingleValidation } from 'payload'
import { mimeTypeOf } from '../media/mime-type'

export const captionTypes = ['text/vtt', 'application/x-subrip']

const WRONG = 'Hãy chọn một tệp phụ đề SRT hoặc VTT trong kho tư liệu.'

/** In place of Payload's own look at `filterOptions`, which asks within the request's transaction and takes a refusal for a wrong choice. */
export const isCaptionsFile: UploadFieldSingleValidation = async (value, { req }) => {
  if (typeof value !== 'string') return WRONG
  return captionTypes.includes((await mimeTypeOf(req, value)) ?? '') || WRONG
}
