/** Shapes of what is said: the neutral item that goes into `render`, and the frozen draft that comes out. */

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

export type Kind = 'articles' | 'clips' | 'infographics' | 'handbooks'

/** A stretch of text with one look; together the stretches of a block say its `text`, addresses behind words apart. */
export type Span = { text: string; bold?: true; italic?: true; underline?: true; strike?: true; href?: string }

/**
 * Rich text, flattened: enough for every platform, no more. `text` is NFC and may hold line breaks; `spans` is there only
 * where some of it has a look of its own (of a list: one row per entry).
 */
export type Block =
  | { type: 'heading'; level: 2 | 3; text: string }
  | { type: 'paragraph'; text: string; spans?: Span[] }
  | { type: 'list'; ordered: boolean; entries: string[]; spans?: Span[][] }
  | { type: 'quote'; text: string; spans?: Span[] }
  | { type: 'image'; media: string }

export type Rendition = {
  /** `original`, or the name of a `RenditionSpec`. */
  name: string
  mimeType: string
  bytes: number
  sha256: string
  width: number | null
  height: number | null
  /** Public address, percent-encoded. */
  url: string
}

export type MediaRole = 'cover' | 'photo' | 'page' | 'video' | 'poster' | 'document' | 'captions'

export type ItemMedia = {
  id: string
  role: MediaRole
  alt: string
  caption: string
  credit: string
  /** Seconds; null for what has no duration. */
  duration: number | null
  /** BCP 47; only of captions. */
  language?: string
  renditions: Rendition[]
}

export type Item = {
  publication: string
  kind: Kind
  title: string
  lead: string
  language: string
  body: Block[]
  hashtags: string[]
  audiences: { slug: string; name: string }[]
  topics: { slug: string; name: string }[]
  authors: string[]
  organization: { name: string }
  /** Path segment of the item on the site. */
  slug: string
  /** Tracked canonical link of this publication; it is also the marker by which a lost post is found again. */
  link: string
  media: ItemMedia[]
  /** Text added at the end by this channel; empty when none. */
  signature: string
  /** What the editor wrote for this platform; empty strings when nothing. `{link}` in `text` is replaced by the link. */
  variant: { title: string; text: string; options: Json }
}

export type DraftMedia = {
  id: string
  role: MediaRole
  rendition: string
  mimeType: string
  bytes: number
  sha256: string
  width: number | null
  height: number | null
  duration: number | null
  language?: string
  alt: string
  url: string
}

export type Draft<Post = unknown> = {
  platform: string
  title: string
  /** What a reader will see as the main text, exactly; used for previews and fingerprints. */
  text: string
  /** Unique string inside the visible post (the tracked link), or '' where the platform keeps our own key. */
  marker: string
  media: DraftMedia[]
  post: Post
}

/** When a draft goes out, and what is left of the platform's current window by then. */
export type Prospect = { dueAt: Date; quotaLeft: number | null }

export type Problem = {
  code: string
  /** Vietnamese: what is wrong, by how much, and what to do. */
  message: string
}
