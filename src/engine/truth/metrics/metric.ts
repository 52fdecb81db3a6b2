export type Sample = { labels?: Record<string, string>; value: number | null }

/** A figure that is not known is left out, never 0. */
export type Metric = { name: string; help: string; samples: Sample[] }
