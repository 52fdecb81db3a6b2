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
  /** Address under which the sandbox is reached, for links in answers: `http://127.0.0.1:4010`. */
  origin: string
}

export type SandboxAnswer = {
  status: number
  headers?: Record<string, string>
  /** An object is sent as JSON. */
  body?: unknown
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

export type FaultRule = { platform: string; call: string; fault: Fault; times: number }

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
}

/** Durable records: last value per collection and id wins; survives a restart. */
export type Records = {
  get<Value>(collection: string, id: string): Value | undefined
  put(collection: string, id: string, value: unknown): void
  list<Value>(collection: string): Value[]
}

/** A webhook on its way: what is sent is fixed when it is made, signature and all. */
export type Delivery = { platform: string; url: string; headers: Record<string, string>; body: string }

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

export type Lookalike = {
  platform: string
  label: string
  /** Which base address points at which path of the sandbox: `{ FACEBOOK_GRAPH_URL: '/facebook/graph' }`. */
  mounts: Readonly<Record<string, string>>
  /** Names the call for logs and faults, for example `feed.create`; stable and listed in the viewer. */
  nameCall(request: SandboxRequest): string
  handle(request: SandboxRequest, desk: Desk): Promise<SandboxAnswer>
  throttled(): SandboxAnswer
  tokenDead(): SandboxAnswer
  wall(desk: Desk): WallPost[]
  /** What the public may do to a post, from the viewer or a test: `react`, `comment`, `share`, `view`, `remove`, `vote`. */
  acts?: Readonly<Record<string, PublicAct>>
  /** Makes one account with working credentials, once; returns what a channel needs to connect to it. */
  open(desk: Desk, name: string): { account: string; url: string; credentials: Record<string, string> }
}
