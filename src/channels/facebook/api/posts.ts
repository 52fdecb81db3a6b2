/** What is done with posts of the feed. */
import { z } from 'zod'
import type { Call, DraftMedia } from '../../contract'
import type { FacebookPost } from '../options'
import { ask } from '.'

const success = z.object({ success: z.literal(true) })

/** Invisible until a post names it; vanishes by itself after about a day. */
export async function uploadPhoto(call: Call, media: DraftMedia): Promise<string> {
  const { id } = await ask(call, {
    method: 'POST',
    path: `${call.account}/photos`,
    body: {
      fields: { published: 'false', ...(media.alt === '' ? {} : { alt_text_custom: media.alt }) },
      file: { field: 'source', name: fileNameOf(media), ...fileOf(media), stream: await call.open(media) },
    },
    schema: z.object({ id: z.string().min(1) }),
  })
  return id
}

function fileOf({ mimeType, bytes }: DraftMedia) {
  return { mimeType, bytes }
}

export function fileNameOf({ sha256, mimeType }: DraftMedia): string {
  return `${sha256.slice(0, 16)}.${mimeType.split('/')[1]}`
}

const createdPost = z.object({ id: z.string().min(1), permalink_url: z.string().nullish() })

/** The one call that makes the post visible. */
export async function createPost(call: Call, { post, photoIds }: { post: FacebookPost; photoIds: string[] }) {
  const body = {
    message: post.message,
    published: true,
    ...(post.link === null ? {} : { link: post.link }),
    ...(photoIds.length === 0 ? {} : { attached_media: photoIds.map((id) => ({ media_fbid: id })) }),
  }
  return ask(call, {
    method: 'POST',
    path: `${call.account}/feed`,
    query: { fields: 'id,permalink_url' },
    body,
    irreversible: true,
    schema: createdPost,
  })
}

/** Of a post `message`, of a film `description`. Repeatable: the same words again change nothing. */
export async function editNode(
  call: Call,
  { id, words }: { id: string; words: Record<string, string> },
): Promise<void> {
  await ask(call, { method: 'POST', path: id, body: words, schema: success })
}

/** Repeatable: deleting what is gone changes nothing, so a lost answer is no unknown outcome. */
export async function deleteNode(call: Call, id: string): Promise<void> {
  await ask(call, { method: 'DELETE', path: id, schema: success })
}

type Node = { id: string; permalink_url?: string | null | undefined }

/** Where people see it; the address of a film comes without its host. */
export function urlOf(call: Pick<Call, 'addresses'>, { id, permalink_url: given }: Node): string {
  const address = given || `/${id}`
  return address.startsWith('/') ? `${call.addresses['web']}${address}` : address
}
