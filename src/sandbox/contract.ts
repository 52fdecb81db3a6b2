/** What a look-alike platform is: a pure-ish handler over the sandbox's desk. Faults, log and files are the desk's. */
export type SandboxRequest = {
  method: string
  /** Path after the mount, starting with `/`; query apart. */
  path: string
  query: URLSearchParams
  headers: Record<string, string>
  body: Uint8Array
  /** A body too large for memory lies in this file instead, and `body` is empty. */
  spool: string | null
  /** The line was cut before the whole body had come; only calls named in `cutCalls` ever see it. */
  isCut?: boolean
  /** Address under which the sandbox is reached, for links in answers: `http://127.0.0.1:4010`. */
  origin: string
}

export type SandboxAnswer = {
  status: number
  headers?: Record<string, string>
  /** An object is sent as JSON. */
  body?: unknown
  /** Sent from disk instead of `body`: bytes `from` up to and with `to`. */
  file?: { path: string; from: number; to: number }
}

export type Fault =
  | 'unavailable' // 503 before anything happens
  | 'hang' // nothing happens, no answer
  | 'accept-then-drop' // it happens, the socket is cut
  | 'accept-then-hang' // it happens, no answer
  | 'error-after-accept' // it happens, HTTP 500
  | 'throttle' // the platform's own "too fast" answer
  | 'token-dead' // the platform's own "token invalid" answer
  | 'garbage' // it happens, the body is HTML
  | 'slow' // it happens, the answer comes `seconds` later
  | 'truncated' // it happens, the answer ends in the middle

export type FaultRule = {
  platform: string
  /** A call's name; `*` in it stands for any letters. */
  call: string
  fault: Fault
  /** How often; null until it is switched off. */
  times: number | null
  /** Of `slow`: real seconds. */
  seconds?: number
  /** Meets only so many of the calls (0 to 1): which of them follows from `seed` alone, so that a run can be repeated. */
  probability?: number
  seed?: string
}

export type Comment = { by: string; text: string; at: string }

export type Poll = { question: string; options: { text: string; votes: number }[]; isClosed?: boolean }

/** A post as the public would see it; the wall of the viewer and the verdict are made of these. */
export type WallPost = {
  id: string
  platform: string
  account: string
  title: string
  text: string
  /** Addresses on the sandbox itself (`/_files/{sha256}`) or elsewhere. */
  pictures: string[]
  video: string | null
  link: string | null
  at: string
  counters: Record<string, number>
  state: 'visible' | 'hidden' | 'removed'
  /** What follows is for the eye only; a platform fills what it has. */
  /** Name of the page, account or channel. */
  name?: string
  avatar?: string | null
  verified?: boolean
  kind?:
    | 'text'
    | 'link'
    | 'photo'
    | 'album'
    | 'video'
    | 'reel'
    | 'short'
    | 'article'
    | 'document'
    | 'poll'
    | 'broadcast'
  /** Of the pictures, in their order. */
  alts?: string[]
  comments?: Comment[]
  poll?: Poll | null
  pinned?: boolean
  edited?: boolean
  /** Seconds, of the video. */
  duration?: number | null
  document?: { name: string; bytes: number; url: string } | null
  /** What else the public finds with it: captions, playlists. */
  notes?: string[]
  /** What the post answers, by its id. */
  replyTo?: string | null
  /** Per kind of reaction: `{ '👍': 3 }`. */
  reactions?: Record<string, number>
}

/** Durable records: last value per collection and id wins; survives a restart. */
export type Records = {
  get<Value>(collection: string, id: string): Value | undefined
  put(collection: string, id: string, value: unknown): void
  list<Value>(collection: string): Value[]
}

/** A webhook on its way: what is sent is fixed when it is made, signature and all. */
export type Delivery = {
  platform: string
  url: string
  headers: Record<string, string>
  body: string
  /** Seconds between the tries, by the platform's clock; a usual set when left out. */
  pauses?: readonly number[]
  /** A header in which the platform counts its tries, from the second on. */
  retryHeader?: string
}

/** A file that grows piece by piece, as in a resumable upload; outlives a restart. */
export type GrowingFile = {
  size(): number
  /** The first `most` bytes of the piece, or all of it. Returns the new size. */
  append(piece: Pick<SandboxRequest, 'body' | 'spool'>, most?: number): Promise<number>
  /** Becomes a kept file under its checksum and is gone from here; returns the address path. */
  keep(mimeType: string): Promise<string>
  /** Its first bytes, to tell what it is. */
  head(length: number): Uint8Array
  drop(): void
}

export type Desk = {
  records: Records
  now(): Date
  /** Appends to the log, the witness of every test: never edited, exact text. */
  log(entry: {
    platform: string
    call: string
    account: string
    id: string
    text: string
    [extra: string]: unknown
  }): void
  /** Keeps bytes; returns the address path `/_files/{sha256}`. */
  keep(bytes: Uint8Array, mimeType: string): string
  /** Adopts a file (a spool, a part of an upload) without reading it into memory; it is gone from where it was. */
  keepFile(path: string, mimeType: string): Promise<string>
  /** The growing file of that name, empty when new. */
  grow(name: string): GrowingFile
  /** A number that rises with each use, per name: ids of posts and messages. */
  next(name: string): number
  /** A number that tests and the viewer may turn: `listLagSeconds`, `processingSeconds`, `notReadyAnswers` … */
  knob(platform: string, name: string, fallback: number): number
  /** Sends a webhook, again until it is answered with 2xx; does not wait for it. */
  deliver(delivery: Delivery): void
}

export type PublicAct = {
  /** Vietnamese, on the button. */
  label: string
  /** Changes the post as the public would, and sends the webhook that the platform would send. */
  act(desk: Desk, post: { account: string; id: string }, text: string): void
}

/** A knob that a trainer may turn, in Vietnamese with its unit: `{ label: 'Thời gian xử lý (giây)', fallback: 4 }`. */
export type Knob = { label: string; fallback: number }

export type Lookalike = {
  platform: string
  label: string
  /** Which base address points at which path of the sandbox: `{ FACEBOOK_GRAPH_URL: '/facebook/graph' }`. */
  mounts: Readonly<Record<string, string>>
  /** Keys of the application that everybody uses here, by their variable: with them, signing in works in training. */
  application?: Readonly<Record<string, string>>
  /** Names the call for logs and faults, for example `feed.create`; stable and listed in the viewer. */
  nameCall(request: SandboxRequest): string
  handle(request: SandboxRequest, desk: Desk): Promise<SandboxAnswer>
  throttled(): SandboxAnswer
  tokenDead(): SandboxAnswer
  wall(desk: Desk): WallPost[]
  /** What the public may do to a post, from the viewer or a test: `react`, `comment`, `share`, `view`, `remove`, `vote`. */
  acts?: Readonly<Record<string, PublicAct>>
  /** Shown by name before anything has asked for them. */
  knobs?: Readonly<Record<string, Knob>>
  /** Calls that keep what had come when a line was cut in the middle of a body; all others never hear of it. */
  cutCalls?: readonly string[]
  /** Makes one account with working credentials, once; returns what a channel needs to connect to it. */
  open(desk: Desk, name: string): { account: string; url: string; credentials: Record<string, string> }
}
