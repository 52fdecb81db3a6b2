import type { SiteMedium, SitePost, SiteRendition } from '@/channels/site/post'

/** The wanted rendition, or the original while it has not been made. */
export function pickRendition(medium: SiteMedium, name: string): SiteRendition | null {
  const named = (wanted: string) => medium.renditions.find((rendition) => rendition.name === wanted)
  return named(name) ?? named('original') ?? medium.renditions[0] ?? null
}

/** The picture that stands for the item in lists. */
export function coverOf({ media }: SitePost): SiteMedium | null {
  const roles: readonly SiteMedium['role'][] = ['cover', 'poster', 'page', 'photo']
  for (const role of roles) {
    const found = media.find((medium) => medium.role === role)
    if (found) return found
  }
  return null
}

/** Our own files by path, so that a page frozen under an earlier public address still shows its pictures. */
export function toPath(url: string): string {
  const { pathname } = new URL(url, 'http://localhost')
  return pathname.startsWith('/media/') ? pathname : url
}

export function toPublicUrl(url: string, publicUrl: string): string {
  return new URL(toPath(url), publicUrl).href
}
