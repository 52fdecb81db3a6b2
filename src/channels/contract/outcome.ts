import type { Profile } from './connect'
import type { Draft, Json, Problem } from './draft'

export type Published = {
  outcome: 'published'
  /** The platform's own id; what a driver needs beside it (the parts of a post) may stand in it too. */
  remoteId: string
  url: string
  publishedAt: Date
  /** What did not go as meant although the post is up (a thumbnail refused); the editor reads it. */
  remarks?: Problem[]
}

export type Processing = {
  outcome: 'processing'
  /** What `follow` needs; stored with the publication. */
  ticket: Json
  /** Seconds until the next look. */
  lookAgainIn: number
}

/** What is known about a publication whose send got no answer. */
export type SearchKey<Post = unknown> = {
  draft: Draft<Post>
  /** When the irreversible request was armed; nothing earlier can be ours. */
  armedAt: Date
}

/** A post that is live. */
export type Live = { publication: string; remoteId: string; url: string; publishedAt: Date }

export const metrics = [
  'views',
  'reach',
  'reactions',
  'comments',
  'shares',
  'clicks',
  'votes',
  'minutes',
  'followers',
] as const
export type Metric = (typeof metrics)[number]

export type Reading = {
  /** Null for a reading of the channel itself. */
  publication: string | null
  metric: Metric
  /** The platform's name and meaning of the number, for example `statistics.viewCount`. */
  definition: string
  apiVersion: string
} & ({ value: number } | { value: null; because: string })

export type Health = {
  /** Name of the page, account or channel as the platform knows it. */
  identity: string
  profile: Profile
  scopes: string[]
  /** What works less than it should (a permission for numbers is missing, a quota is nearly spent); none stops posting. */
  warnings: Problem[]
  /** When the credentials stop working; null when the platform names no date. */
  expiresAt: Date | null
  /** Posts or units left in the platform's current window; null when it does not say. */
  quotaLeft: number | null
}

export type Credentials = {
  /** In the shape of the driver's `credentials` schema. */
  credentials: Json
  expiresAt: Date | null
}
