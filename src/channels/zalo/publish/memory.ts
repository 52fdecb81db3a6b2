/** What earlier attempts left behind, read back from the checkpoints. */
import { createHash } from 'node:crypto'
import { z, type ZodType } from 'zod'
import { ARMED, type Call, type Checkpoint, type Draft } from '../../contract'
import type { ZaloPost } from '../options'

/** A `create` is about to be asked for, was accepted, became an article. */
export const CREATING = 'creating'
export const CREATED = 'created'
export const HIDDEN = 'hidden'
/** Zalo took too long over a token: it is not asked again. */
export const GIVEN_UP = 'given-up'
/** The showing was accepted, is proven. */
export const SHOWING = 'showing'
export const SHOWN = 'shown'
/** The video is at Zalo, is converted, has to go up again. */
export const UPLOADED = 'uploaded'
export const CONVERTED = 'converted'
export const UPLOAD_LOST = 'upload-lost'
/** The articles of a broadcast are known; Zalo took it; Zalo refused it. */
export const BROADCAST_READY = 'broadcast-ready'
export const BROADCAST = 'broadcast'
export const BROADCAST_REFUSED = 'broadcast-refused'

/** `place` orders the memories: what was written later is larger. */
export type Memory<Value> = { value: Value; at: Date; place: number }

export function recall<Value>(call: Call, step: string, schema: ZodType<Value>): Memory<Value> | null {
  return recallFrom(call.checkpoints, (checkpoint) => checkpoint.step === step, schema)
}

function recallFrom<Value>(
  checkpoints: readonly Checkpoint[],
  isWanted: (checkpoint: Checkpoint) => boolean,
  schema: ZodType<Value>,
): Memory<Value> | null {
  const place = checkpoints.findLastIndex(
    (checkpoint) => isWanted(checkpoint) && schema.safeParse(checkpoint.data).success,
  )
  const found = checkpoints[place]
  return found ? { value: schema.parse(found.data), at: new Date(found.at), place } : null
}

/** Steps whose data nobody needs. */
export function placeOf(call: Call, step: string): number {
  return call.checkpoints.findLastIndex((checkpoint) => checkpoint.step === step)
}

const armedShow = z.object({ article: z.string(), digest: z.string().nullish(), broadcast: z.undefined().optional() })
const armedBroadcast = z.object({ article: z.string(), broadcast: z.literal(true) })

/** The last time that showing an article was armed. */
export function recallArmedShow(call: Call): Memory<z.infer<typeof armedShow>> | null {
  return recallFrom(call.checkpoints, ({ step }) => step === ARMED, armedShow)
}

export type BroadcastState = { kind: 'none' | 'open' | 'answered' } | { kind: 'refused'; code: string }

/** `open`: it was armed and no answer is known. Once answered it is answered for ever. */
export function broadcastState(call: Call): BroadcastState {
  if (placeOf(call, BROADCAST) >= 0) return { kind: 'answered' }
  const armed = recallFrom(call.checkpoints, ({ step }) => step === ARMED, armedBroadcast)
  const refused = recall(call, BROADCAST_REFUSED, z.object({ code: z.string() }))
  if (refused && refused.place > (armed?.place ?? -1)) return { kind: 'refused', code: refused.value.code }
  return { kind: armed ? 'open' : 'none' }
}

export function countBroadcasts(call: Call): number {
  return call.checkpoints.filter(({ step, data }) => step === ARMED && armedBroadcast.safeParse(data).success).length
}

/** Which words, pictures and video an article was shown with: a corrected draft is shown anew. */
export function digestOf({ post: { broadcast: _broadcast, ...post }, media }: Draft<ZaloPost>): string {
  const files = media.map(({ sha256 }) => sha256)
  return createHash('sha256').update(JSON.stringify({ post, files })).digest('hex').slice(0, 16)
}
