/** Photos first, invisible and remembered one by one; then the post that names them. */
import { z } from 'zod'
import { ARMED, ChannelError, type Call, type Draft, type DraftMedia, type Published } from '../../contract'
import { createPost, uploadPhoto, urlOf } from '../api/posts'
import { PHOTO_LIFE_SECONDS } from '../limits'
import type { FacebookPost } from '../options'

const UPLOADED = 'photo-uploaded'
const uploaded = z.object({ sha256: z.string(), photo: z.string() })

export async function publishPost(draft: Draft<FacebookPost>, call: Call): Promise<Published> {
  const photoIds: string[] = []
  for (const id of draft.post.photos) photoIds.push(await ensureUploaded(call, findMedia(draft, id)))
  await call.checkpoint(ARMED, { photos: photoIds })
  const created = await createPost(call, { post: draft.post, photoIds })
  return { outcome: 'published', remoteId: created.id, url: urlOf(call, created), publishedAt: call.now() }
}

async function ensureUploaded(call: Call, media: DraftMedia): Promise<string> {
  const known = findUploaded(call, media.sha256)
  if (known) return known
  const photo = await uploadPhoto(call, media)
  await call.checkpoint(UPLOADED, { sha256: media.sha256, photo })
  return photo
}

function findUploaded(call: Call, sha256: string): string | undefined {
  const oldest = call.now().getTime() - PHOTO_LIFE_SECONDS * 1000
  return call.checkpoints
    .filter(({ step, at }) => step === UPLOADED && Date.parse(at) > oldest)
    .map(({ data }) => uploaded.parse(data))
    .findLast((photo) => photo.sha256 === sha256)?.photo
}

function findMedia(draft: Draft<FacebookPost>, id: string): DraftMedia {
  const media = draft.media.find((candidate) => candidate.id === id)
  if (media) return media
  throw new ChannelError('rejected', 'Bản chốt thiếu một ảnh của bài Facebook; hãy duyệt lại nội dung.', {
    code: 'photo-missing',
  })
}
