'use client'
import type { Preview } from '@/engine/desk/preview'
import { useSay } from '../parts/words'

type Medium = NonNullable<Preview['draft']>['media'][number]

type Given = { media: readonly Medium[] }

const isPicture = ({ mimeType, role }: Medium) => mimeType.startsWith('image/') && role !== 'poster'

export function Pictures({ media }: Given) {
  const pictures = media.filter(isPicture)
  if (pictures.length === 0) return null
  return (
    <ul className="preview-pictures" data-count={Math.min(pictures.length, 4)}>
      {pictures.map(({ id, rendition, url, alt, width, height }) => (
        <li key={`${id}-${rendition}`}>
          <img src={url} alt={alt} width={width ?? undefined} height={height ?? undefined} loading="lazy" />
        </li>
      ))}
    </ul>
  )
}

export function Player({ media }: Given) {
  const video = media.find(({ mimeType }) => mimeType.startsWith('video/'))
  const poster = media.find(({ role }) => role === 'poster')
  if (!video) return null
  return (
    <video controls preload="metadata" src={video.url} poster={poster?.url} aria-label={video.alt}>
      <track kind="captions" />
    </video>
  )
}

/** What goes with it and is not seen at once: documents, captions. */
export function Attachments({ media }: Given) {
  const say = useSay()
  const others = media.filter(({ role }) => role === 'document' || role === 'captions')
  if (others.length === 0) return null
  const nameOf = ({ role, language, alt }: Medium) =>
    role === 'captions' ? `${say({ vi: 'Phụ đề', en: 'Captions' })}: ${language ?? ''}` : alt
  return (
    <ul className="preview-attachments">
      {others.map((medium) => (
        <li key={`${medium.id}-${medium.rendition}-${medium.language ?? ''}`}>
          <span aria-hidden="true">📎</span> {nameOf(medium)}
        </li>
      ))}
    </ul>
  )
}
