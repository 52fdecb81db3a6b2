/** Shapes of what is said: the neutral item that goes into `render`, and the frozen draft that comes out. */

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

export type Kind = 'articles' | 'clips' | 'infographics' | 'handbooks'

/** Rich text, flattened: enough for every platform, no more. `text` is NFC and may hold line breaks. */
export type Block =
  | { type: 'heading'; level: 2 | 3; text: string }
  | { type: 'paragraph'; text: string }
  | { type: 'list'; ordered: boolean; entries: string[] }
  | { type: 'quote'; text: string }
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

export type MediaRole = 'cover' | 'photo' | 'page' | 'video' | 'poster' | 'document'

export type ItemMedia = {
  id: string
  role: MediaRole
  alt: string
  caption: string
  credit: string
  /** Seconds; null for what has no duration. */
  duration: number | null
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

export type Problem = {
  code: string
  /** Vietnamese: what is wrong, by how much, and what to do. */
  message: string
}
