/** Batches of changes → what happened to a post. What nobody listed becomes `other`: an error would bring it back for hours. */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Notice, NoticeEvent } from '../../contract'
import { readJson } from '../../contract/exchange'

const text = z.string().nullish().catch(null)
const feedChange = z.object({
  item: text,
  verb: text,
  post_id: text,
  message: text,
  published: z.coerce.number().nullish().catch(null),
  created_time: z.coerce.number().nullish().catch(null),
  from: z.object({ id: z.coerce.string().nullish() }).nullish().catch(null),
})
type FeedChange = z.infer<typeof feedChange>

const change = z.object({ field: z.string(), value: z.unknown() })
const entry = z.object({
  id: z.coerce.string(),
  time: z.coerce.number().nullish().catch(null),
  changes: z.array(z.unknown()).nullish().catch(null),
})
const body = z.object({ object: z.literal('page'), entry: z.array(z.unknown()) })

export function read(raw: string): Notice[] {
  const { entry: entries } = body.safeParse(readJson(raw)).data ?? { entry: [] }
  return entries.flatMap((one) => {
    const parsed = entry.safeParse(one).data
    return (parsed?.changes ?? []).flatMap((given) => toNotice(parsed, change.safeParse(given).data))
  })
}

type Entry = z.infer<typeof entry>

function toNotice(page: Entry | undefined, given: z.infer<typeof change> | undefined): Notice[] {
  if (!page || !given) return []
  const value = given.field === 'feed' ? feedChange.safeParse(given.value).data : undefined
  return [
    {
      key: keyOf(page.id, given),
      account: page.id,
      at: hourOf(value?.created_time ?? page.time),
      event: value ? toEvent(page.id, value) : { kind: 'other', name: given.field },
    },
  ]
}

/** A delivery that is repeated may come in another batch, at another time: only what happened is the same. */
function keyOf(page: string, { field, value }: z.infer<typeof change>): string {
  return createHash('sha256')
    .update(JSON.stringify([page, field, value]))
    .digest('hex')
}

/** Seconds, and milliseconds in samples of other fields. */
function hourOf(time: number | null | undefined): Date {
  const given = time ?? 0
  return new Date(given > 100_000_000_000 ? given : given * 1000)
}

/** What people do beneath a post, or with it; everything else is the post itself: status, photo, video, share, reel … */
const BENEATH = new Set(['comment', 'reaction', 'like', 'event', 'rating', 'note'])

/** A single reaction tells no total; the next measurement does. */
function toEvent(page: string, value: FeedChange): NoticeEvent {
  const { item, verb, post_id: remoteId } = value
  const other: NoticeEvent = { kind: 'other', name: `feed/${item}/${verb}` }
  if (!remoteId || !item) return other
  if (item === 'comment') return verb === 'add' ? { kind: 'commented', remoteId } : other
  return BENEATH.has(item) ? other : (aboutPost({ page, remoteId, value }) ?? other)
}

function aboutPost({
  page,
  remoteId,
  value,
}: {
  page: string
  remoteId: string
  value: FeedChange
}): NoticeEvent | null {
  const { verb, published, from, message } = value
  if (verb === 'remove') return { kind: 'removed', remoteId }
  const isByPage = !from?.id || from.id === page
  return verb === 'add' && published !== 0 && isByPage ? { kind: 'appeared', remoteId, text: message ?? '' } : null
}
