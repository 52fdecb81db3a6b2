import type { Channel, Draft } from '@/channels/contract'
import type { Publication, Snapshot } from '../rows'

/** A post is inspected and then sent: what was parsed of its snapshot holds for both. */
const parsed = new WeakMap<Snapshot, Draft>()

/** The frozen draft as the driver takes it. @throws ZodError when it is not of the driver's shape. */
export function draftOf(driver: Channel, { snapshot }: Publication): Draft {
  if (!snapshot) throw new Error('a publication without a snapshot is never sent')
  const draft = parsed.get(snapshot) ?? { ...snapshot.draft, post: driver.post.parse(snapshot.draft.post) }
  parsed.set(snapshot, draft)
  return draft
}
