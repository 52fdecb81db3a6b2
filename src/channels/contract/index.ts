/**
 * The channel contract: what every platform's driver is.
 *
 * A driver is plain data and functions; everything from outside (credentials, addresses, http, clock, log, durable
 * checkpoints) arrives in `call`. It keeps no module state and reads no environment. Every failure it lets out is a
 * `ChannelError`; what it could not recognise after an irreversible call is `outcome-unknown`, before one `unavailable`.
 */
import type { ZodType } from 'zod'
import type { Call } from './call'
import type { Connect } from './connect'
import type { Draft, Item, Problem, Prospect } from './draft'
import type { Addresses, Limits, Look, RenditionSpec } from './facts'
import type { Credentials, Health, Live, Processing, Published, Reading, SearchKey } from './outcome'
import type { TextCount } from './text'
import type { Webhook } from './webhook'
import type { Tell } from './word'

export type * from './call'
export type * from './connect'
export type * from './draft'
export type * from './facts'
export type * from './outcome'
export type * from './webhook'
export type * from './word'
export { ARMED } from './call'
export { ChannelError, type FailureKind } from './errors'
export { pickMedia } from './media'
export { countText, overBy, type TextCount, type TextUnit } from './text'

export type Channel<Post = unknown> = {
  /** Folder name, value of `platform` in the database, name of the send queue. */
  platform: string
  /** What the platform is called in the interface. */
  label: string
  /** One line for the person who chooses channels. */
  description: string
  /** Base addresses and the variable that overrides each; the driver appends the platform's own paths. */
  addresses: Addresses
  /** Left out: as a plain post. */
  look?: Look
  limits: Limits
  /** Pictures this platform needs, made from every uploaded image by `render-media`. */
  renditions: readonly RenditionSpec[]
  /** Strict: what an editor may set for this platform only. Becomes the variant's form. */
  options: ZodType
  /** Strict: what the channel administrator stores; encrypted at rest. */
  credentials: ZodType
  /** The frozen platform payload. Snapshots are parsed with it before they are sent. */
  post: ZodType<Post>
  /** True where the platform may be switched on only after a legal note was accepted and logged. */
  needsLegalNote?: boolean
  /** Our own place: its credentials are made by the system, nobody types them. */
  isOurs?: boolean
  /** How long before their end credentials are renewed; 600 s when left out. */
  renewBeforeSeconds?: number
  /** Left out where credentials can only be pasted. */
  connect?: Connect
  /** Left out where the platform tells nothing by itself. */
  webhook?: Webhook

  /** Pure: the same item gives the same bytes on every machine. */
  render(item: Item): Draft<Post>
  /** Pure; an empty list means it may be published. Each problem: stable code, Vietnamese sentence. */
  inspect(draft: Draft<Post>): Problem[]
  /**
   * Pure; what will not go as meant at that hour, or with so much of `Health.quotaLeft` (null: not known), although the
   * post may be published. Left out where nothing can be foreseen.
   */
  foresee?(draft: Draft<Post>, prospect: Prospect): Problem[]
  /** Pure; how full each text is. Left out where the post's own fields bear the names of `limits.texts`. */
  count?(draft: Draft<Post>): TextCount[]
  /** Makes the post visible once. Calls `call.checkpoint(ARMED)` immediately before each irreversible request. */
  publish(draft: Draft<Post>, call: Call): Promise<Published | Processing>
  /**
   * Repeatable; required when `publish` may answer `processing`. Publishes nothing. It may add to the post what belongs
   * to it (a picture, captions, a place in a list) as long as doing so twice is doing it once; the ticket remembers.
   */
  follow?(ticket: Processing['ticket'], call: Call): Promise<Published | Processing>
  /** Settles an unknown outcome: the post, one that is still being processed, proven absence at this moment, or no way to tell. */
  find(key: SearchKey<Post>, call: Call): Promise<Published | Processing | 'absent' | 'cannot-tell'>
  /** Changes what is live to what the draft says. @throws ChannelError `rejected` for what cannot be changed there */
  update?(post: Live, draft: Draft<Post>, call: Call): Promise<void>
  /** Takes the post down. What is already gone is not an error. */
  withdraw?(post: Live, call: Call): Promise<void>
  /** True where `withdraw` finds a post by the public address that a person gave in place of the platform's id. */
  takesAddresses?: boolean
  /** Pure; one Vietnamese sentence about what `withdraw` cannot reach any more, null when nothing. */
  leftBehind?(draft: Draft<Post>): string | null
  /** One reading per post and metric; a metric the platform does not give is `null` with `because`, never 0. */
  measure(posts: readonly Live[], call: Call): Promise<Reading[]>
  /** Readings of the channel itself: followers, subscribers. */
  audience(call: Call): Promise<Reading[]>
  /** Left out where an account cannot write to one person. */
  tell?: Tell
  /** Posts a word and takes it back, so that a person sees that the connection works. */
  probe?(call: Call): Promise<void>
  /** Identity, scopes, expiry, quota left. Throws `unauthorized` when the platform says so. */
  check(call: Call): Promise<Health>
  /** New credentials. Called by one process at a time; the result is stored before its first use. */
  renew?(call: Call): Promise<Credentials>
}
