/** What a platform tells us by itself. Parsing is pure; who may say it is proven on the raw bytes. */
import type { Call } from './call'

export type WebhookRequest = {
  /** Lower-case names. */
  headers: Readonly<Record<string, string>>
  /** As it came: signatures are over bytes. */
  body: Uint8Array
}

/** What signatures are checked with: the application's keys and a secret of ours that the platform was given. */
export type WebhookKeys = { application: Readonly<Record<string, string>>; secret: string }

export type NoticeEvent =
  /** A post is visible: a second witness that a send went out. `text` as the platform repeats it. */
  | { kind: 'appeared'; remoteId: string; text: string }
  /** The post was taken down on the platform, not by us. */
  | { kind: 'removed'; remoteId: string }
  /** A total, dated by the notice. */
  | { kind: 'counted'; remoteId: string; metric: 'reactions' | 'votes'; value: number; definition: string }
  | { kind: 'commented'; remoteId: string }
  | { kind: 'followed' }
  | { kind: 'unfollowed' }
  /** The account goes by another id from now on. */
  | { kind: 'moved'; account: string }
  /** We lost the right to post there. */
  | { kind: 'revoked'; because: string }
  /** Genuine, and nothing we act on. */
  | { kind: 'other'; name: string }

export type Notice = {
  /** The same for every delivery of the same event; unique within the platform. */
  key: string
  /** The platform's own id of the page, account or channel; empty where only the address it came in at tells. */
  account: string
  /** The platform's hour; the beginning of time (0) where it names none, then the hour of its coming counts. */
  at: Date
  event: NoticeEvent
}

export type Webhook = {
  /** Whose address it is: one for our application, or one for each channel. */
  scope: 'application' | 'channel'
  /** `probe`: an unsigned test that must be answered 200 and changes nothing. */
  verify(request: WebhookRequest, keys: WebhookKeys): 'genuine' | 'probe' | 'forged'
  /** Answers the handshake of a GET, or null when it is none or not for us. */
  greet?(query: Readonly<Record<string, string>>, keys: WebhookKeys): string | null
  /** Pure. Unknown shapes become `other`, never an error: a platform would send them again for hours. */
  read(body: string): Notice[]
  /** Whether `part`, an id in a notice, is the post with this `remoteId` or one part of it. Left out where both are one text. */
  concerns?(remoteId: string, part: string): 'whole' | 'part' | null
  /** Tells the platform our address; repeatable. Left out where only the platform's console can. */
  subscribe?(call: Call, place: { url: string; secret: string }): Promise<void>
}
