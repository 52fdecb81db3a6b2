import type { PageList, Section } from '../site'

/** What is listed together and has its feeds: everything, what is meant for one audience, one topic. */
export type Shelf = { path: string; name: string; filter: Pick<PageList, 'audience' | 'topic'>; current?: string }

export function pathOfTopic(slug: string): string {
  return `/chu-de/${slug}`
}

/** `path` is decoded, one entry a segment: nothing, an audience, or `chu-de` and a topic. */
export function findShelf([first, second, ...rest]: readonly string[], section: Section): Shelf | null {
  if (rest.length > 0) return null
  if (first === undefined) return { path: '', name: '', filter: {} }
  if (second === undefined) return shelfOfAudience(first, section)
  return first === 'chu-de' ? shelfOfTopic(second, section) : null
}

export function listShelves(section: Section): Shelf[] {
  const audiences = section.audiences.map(({ slug }) => shelfOfAudience(slug, section))
  const topics = section.topics.map(({ slug }) => shelfOfTopic(slug, section))
  return [...audiences, ...topics].flatMap((shelf) => shelf ?? [])
}

function shelfOfAudience(slug: string, { audiences }: Section): Shelf | null {
  const audience = audiences.find((candidate) => candidate.slug === slug)
  return audience ? { path: `/${slug}`, name: audience.name, filter: { audience: slug }, current: slug } : null
}

function shelfOfTopic(slug: string, { topics }: Section): Shelf | null {
  const topic = topics.find((candidate) => candidate.slug === slug)
  return topic ? { path: pathOfTopic(slug), name: topic.name, filter: { topic: slug } } : null
}
