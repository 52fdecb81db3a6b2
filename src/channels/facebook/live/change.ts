/** What may be done with a post that is live: other words, or taking it down. */
import { z } from 'zod'
import { ChannelError, type Call, type Draft, type Live } from '../../contract'
import { ask } from '../api'
import { deleteNode, editNode } from '../api/posts'
import type { FacebookPost } from '../options'

const attachment = z.object({
  media_type: z.string().nullish(),
  target: z.object({ id: z.string().nullish() }).nullish(),
  subattachments: z.object({ data: z.array(z.unknown()) }).nullish(),
})
type Attachment = z.infer<typeof attachment>

/** Only the words: a photo, a link or a film that stands in a post can be changed there by nobody. */
export async function update({ remoteId }: Live, { post }: Draft<FacebookPost>, call: Call): Promise<void> {
  if (!isPost(remoteId)) return editNode(call, { id: remoteId, words: { description: post.message } })
  const attachments = await readAttachments(call, remoteId)
  if (describeDraft(post) !== describeLive(attachments)) {
    throw new ChannelError(
      'rejected',
      'Facebook chỉ cho sửa chữ của bài đã đăng; muốn đổi ảnh, video hoặc đường dẫn thì gỡ bài rồi đăng lại.',
      { code: 'only-words' },
    )
  }
  await editNode(call, { id: remoteId, words: { message: post.message } })
}

/** A film is deleted itself: its post alone would leave it in the Page's library. */
export async function withdraw({ remoteId }: Live, call: Call): Promise<void> {
  await unlessGone(async () => {
    const films = isPost(remoteId) ? (await readAttachments(call, remoteId)).filter(isFilm) : []
    for (const id of films.flatMap(({ target }) => target?.id ?? [])) await unlessGone(() => deleteNode(call, id))
    await deleteNode(call, remoteId)
  })
}

/** 100/33: what is already gone is not an error. */
async function unlessGone(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof ChannelError && error.code === '100/33')) throw error
  }
}

/** `{page}_{number}`; a film has a bare number. */
export function isPost(remoteId: string): boolean {
  return remoteId.includes('_')
}

async function readAttachments(call: Call, id: string): Promise<Attachment[]> {
  const schema = z.object({ attachments: z.object({ data: z.array(attachment) }).nullish() })
  const query = { fields: 'attachments{media_type,target,subattachments}' }
  const { attachments } = await ask(call, { method: 'GET', path: id, query, schema })
  return attachments?.data ?? []
}

function isFilm({ media_type: type }: Attachment): boolean {
  return type === 'video'
}

/** A link is not compared: Facebook shows the address to which it was led, not the one that was given. */
function describeDraft({ film, photos }: FacebookPost): string {
  if (film) return 'film'
  return photos.length > 0 ? `photos ${photos.length}` : 'words'
}

/** An album is one attachment with all its photos beneath it. */
function describeLive(attachments: Attachment[]): string {
  if (attachments.some(isFilm)) return 'film'
  const photos = attachments.flatMap(({ media_type: type, subattachments }) =>
    type === 'photo' || type === 'album' ? (subattachments?.data ?? [1]) : [],
  )
  return photos.length > 0 ? `photos ${photos.length}` : 'words'
}
