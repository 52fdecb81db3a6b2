/** What is remembered of a video between two looks: what it was meant to be, and what is still to be added to it. */
import { z } from 'zod'
import type { Call, Draft, DraftMedia, Processing } from '../../contract'
import { isShort } from '../limits'
import type { YoutubePost } from '../options'

const media = z.object({
  id: z.string(),
  role: z.enum(['poster', 'captions']),
  rendition: z.string(),
  mimeType: z.string(),
  bytes: z.number(),
  sha256: z.string(),
  width: z.number().nullable(),
  height: z.number().nullable(),
  duration: z.number().nullable(),
  language: z.string().optional(),
  alt: z.string(),
  url: z.string(),
}) satisfies z.ZodType<DraftMedia>

const tries = z.number().default(0)

const step = z.discriminatedUnion('step', [
  z.object({ step: z.literal('thumbnail'), media, tries }),
  z.object({ step: z.literal('captions'), media, tries }),
  z.object({ step: z.literal('playlist'), playlist: z.string(), tries, unclearSince: z.string().nullable() }),
])

export type Step = z.infer<typeof step>

export const ticket = z.object({
  video: z.string(),
  privacy: z.enum(['public', 'unlisted', 'private']),
  since: z.string(),
  publishAt: z.string().nullable().default(null),
  isShort: z.boolean().default(false),
  steps: z.array(step).default([]),
  remarks: z.array(z.object({ code: z.string(), message: z.string() })).default([]),
})

export type Ticket = z.infer<typeof ticket>

export function openTicket(draft: Draft<YoutubePost>, { video, now }: { video: string; now: Date }): Ticket {
  const { privacy, publishAt } = draft.post
  const film = draft.media.find(({ id }) => id === draft.post.video)
  return ticket.parse({
    video,
    privacy,
    publishAt,
    since: now.toISOString(),
    isShort: film !== undefined && isShort(film),
    steps: stepsOf(draft),
  } satisfies z.input<typeof ticket>)
}

/** All of it can be added to a video that is there, again and again: none of it is worth a second upload. */
export function stepsOf({ post, media: all }: Draft<YoutubePost>): z.input<typeof step>[] {
  const byId = (wanted: string | null) => all.flatMap((medium) => (medium.id === wanted ? media.parse(medium) : []))
  return [
    ...byId(post.thumbnail).map((medium) => ({ step: 'thumbnail' as const, media: medium })),
    ...post.captions.flatMap(byId).map((medium) => ({ step: 'captions' as const, media: medium })),
    ...(post.playlistId === null ? [] : [{ step: 'playlist' as const, playlist: post.playlistId, unclearSince: null }]),
  ]
}

const SOONEST = { usual: 5, afterFailure: 60 }

/** The longer it has taken, the rarer the looks: each costs a unit of the daily quota. */
export function toProcessing(call: Call, known: Ticket): Processing {
  const elapsed = (call.now().getTime() - Date.parse(known.since)) / 1000
  const soonest = known.steps.some((left) => left.tries > 0) ? SOONEST.afterFailure : SOONEST.usual
  return {
    outcome: 'processing',
    ticket: known,
    lookAgainIn: Math.round(Math.min(900, Math.max(soonest, elapsed / 2))),
  }
}
