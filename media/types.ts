/** What may be uploaded, as data: the real type, the endings it may hide behind, and how large it may be. */
export type MediaKind = 'image' | 'video' | 'document' | 'audio' | 'captions'

const MEGABYTE = 1024 * 1024

export const sizeLimits: Readonly<Record<MediaKind, number>> = {
  image: 20 * MEGABYTE,
  document: 50 * MEGABYTE,
  audio: 200 * MEGABYTE,
  video: 2048 * MEGABYTE,
  captions: 10 * MEGABYTE,
}

export const kindLabels: Readonly<Record<MediaKind, string>> = {
  image: 'Ảnh',
  document: 'Tài liệu',
  audio: 'Tệp âm thanh',
  video: 'Video',
  captions: 'Tệp phụ đề',
}

const kinds: Readonly<Record<string, MediaKind>> = {
  'image/jpeg': 'image',
  'image/png': 'image',
  'image/webp': 'image',
  'image/gif': 'image',
  'video/mp4': 'video',
  'audio/mpeg': 'audio',
  'audio/mp4': 'audio',
  'application/pdf': 'document',
  'text/vtt': 'captions',
  'application/x-subrip': 'captions',
}

/** Other names that the sniffing library gives to what we accept. */
const synonyms: Readonly<Record<string, string>> = {
  'video/x-m4v': 'video/mp4',
  'audio/x-m4a': 'audio/mp4',
}

const kindsOfEndings: Readonly<Record<string, MediaKind>> = {
  jpg: 'image',
  jpeg: 'image',
  png: 'image',
  webp: 'image',
  gif: 'image',
  mp4: 'video',
  m4v: 'video',
  mp3: 'audio',
  m4a: 'audio',
  pdf: 'document',
  vtt: 'captions',
  srt: 'captions',
}

export function plainType(mimeType: string): string {
  return synonyms[mimeType] ?? mimeType
}

export function kindOfType(mimeType: string): MediaKind | null {
  return kinds[mimeType] ?? null
}

/** What the name promises; null when it promises nothing that we accept. */
export function kindOfName(name: string): MediaKind | null {
  return kindsOfEndings[endingOf(name)] ?? null
}

export function endingOf(name: string): string {
  const dot = name.lastIndexOf('.')
  return dot < 0 ? '' : name.slice(dot + 1).toLowerCase()
}
