import type { DraftMedia, ItemMedia } from './draft'

/** The medium as a draft carries it: the wanted rendition, otherwise the original; nothing when it has neither. */
export function pickMedia(media: ItemMedia, wanted: string): DraftMedia[] {
  const { id, role, duration, language, alt, renditions } = media
  const chosen = renditions.find(({ name }) => name === wanted) ?? renditions.find(({ name }) => name === 'original')
  if (!chosen) return []
  const { name, ...facts } = chosen
  return [
    { id, role, duration, alt: alt.normalize('NFC'), rendition: name, ...facts, ...(language ? { language } : {}) },
  ]
}
