import type { PayloadRequest } from 'payload'

/**
 * Of a medium that a form names; undefined when it is not there, or not for this person (whoever asks without one may see all).
 * Asked outside the request's transaction: Payload validates all rows of a form at once, and MongoDB refuses now and then to
 * answer several questions of one transaction (Payload 3.90: 4 of 60 clips with two captions).
 */
export async function mimeTypeOf(
  { payload, user }: Pick<PayloadRequest, 'payload'> & Partial<Pick<PayloadRequest, 'user'>>,
  id: string,
): Promise<string | undefined> {
  const medium = await payload.findByID({
    collection: 'media',
    id,
    depth: 0,
    disableErrors: true,
    overrideAccess: !user,
    user: user ?? null,
    select: { mimeType: true },
  })
  return medium?.mimeType ?? undefined
}
