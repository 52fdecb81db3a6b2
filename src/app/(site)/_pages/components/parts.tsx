/** The parts of an item page that only some kinds have. */
import type { SiteMedium, SitePost } from '@/channels/site/post'
import type { PageLink } from '../site'
import { tellDuration, tellSize } from './dates'
import { pickRendition, toPath } from './pictures'
import { anchorOf } from './blocks'

export function Player({ post }: { post: SitePost }) {
  const video = post.media.find(({ role }) => role === 'video')
  const file = video && pickRendition(video, 'original')
  if (!video || !file) return null
  const poster = post.media.find(({ role }) => role === 'poster' || role === 'cover')
  const picture = poster && pickRendition(poster, 'site-poster')
  return (
    <figure>
      <video
        controls
        preload="metadata"
        playsInline
        poster={picture ? toPath(picture.url) : undefined}
        aria-label={video.alt || post.title}
        {...sizeOf(file)}
      >
        <source src={toPath(file.url)} type={file.mimeType} />
        {captionsOf(post).map(({ language, url }) => (
          <track
            key={language}
            kind="captions"
            srcLang={language}
            label={languageNames.of(language) ?? language}
            src={toPath(url)}
            default={language === post.language}
          />
        ))}
      </video>
      <figcaption>
        {video.duration ? `Dài ${tellDuration(video.duration)}. ` : ''}
        <a href={toPath(file.url)} download>
          Tải video ({tellSize(file.bytes)})
        </a>
      </figcaption>
    </figure>
  )
}

/** On the wrong item, also where it is down: what is right. */
export function Corrections({ corrections }: { corrections: readonly PageLink[] }) {
  if (corrections.length === 0) return null
  return (
    <div className="correction" role="note">
      <p>
        <strong>Nội dung này đã được cải chính.</strong> Mời bạn đọc:
      </p>
      <ul>
        {corrections.map(({ title, path }) => (
          <li key={path}>
            <a href={path}>{title}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** On the correction: what it puts right. */
export function Corrected({ page }: { page: PageLink | null }) {
  if (!page) return null
  return (
    <div className="correction" role="note">
      <p>
        Tin này cải chính nội dung đã đăng: <a href={page.path}>{page.title}</a>
        {page.isGone ? ' (bài đã được gỡ)' : ''}
      </p>
    </div>
  )
}

export function Chapters({ post }: { post: SitePost }) {
  const chapters = post.body.flatMap((block, index) =>
    block.type === 'heading' && block.level === 2 ? [{ text: block.text, anchor: anchorOf(index) }] : [],
  )
  if (chapters.length < 2) return null
  return (
    <nav className="chapters" aria-labelledby="muc-luc">
      <h2 id="muc-luc">Mục lục</h2>
      <ol>
        {chapters.map(({ text, anchor }) => (
          <li key={anchor}>
            <a href={`#${anchor}`}>{text}</a>
          </li>
        ))}
      </ol>
    </nav>
  )
}

export function Attachments({ post }: { post: SitePost }) {
  const files = post.media.filter((medium) => medium.role === 'document')
  if (files.length === 0) return null
  return (
    <ul className="attachments" aria-label="Tệp đính kèm">
      {files.map((medium) => (
        <Attachment key={medium.id} medium={medium} />
      ))}
    </ul>
  )
}

function Attachment({ medium }: { medium: SiteMedium }) {
  const file = pickRendition(medium, 'original')
  if (!file) return null
  return (
    <li>
      <a className="button" href={toPath(file.url)} download>
        Tải {medium.caption || medium.alt || 'tài liệu'} (PDF, {tellSize(file.bytes)})
      </a>
    </li>
  )
}

const languageNames = new Intl.DisplayNames(['vi'], { type: 'language' })

/** Browsers read one form only. */
function captionsOf({ media, language: own }: SitePost): { language: string; url: string }[] {
  return media.flatMap(({ role, language = own, renditions }) => {
    const file = renditions.find(({ mimeType }) => mimeType === 'text/vtt')
    return role === 'captions' && file ? [{ language, url: file.url }] : []
  })
}

function sizeOf({ width, height }: SiteMedium['renditions'][number]) {
  return width && height ? { width, height } : {}
}
