import type { Channel, Draft } from '@/channels/contract'
import type { Publication } from '../rows'

/** The frozen draft as the driver takes it. @throws ZodError when it is not of the driver's shape. */
export function draftOf(driver: Channel, { snapshot }: Publication): Draft {
  if (!snapshot) throw new Error('a publication without a snapshot is never sent')
  return { ...snapshot.draft, post: driver.post.parse(snapshot.draft.post) }
}
