import type { ReactNode } from 'react'
import type { Section, Site } from '../site'
import { siteStyle } from './style'

export type Frame = { site: Pick<Site, 'publicUrl'>; section: Section }

type Head = {
  title: string
  description?: string
  /** Path; left out for pages that must not be indexed. */
  path?: string
  /** Absolute address of a picture for link previews. */
  picture?: string
  /** Feed of this page. */
  feed?: string
}

type Parts = Frame & {
  head: Head
  /** Slug of the entrance the reader came through. */
  current?: string
  /** Elderly readers get larger type without asking. */
  isLarge?: boolean
  children: ReactNode
}

const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Crect width='32' height='32' rx='7' fill='%230b3c78'/%3E%3Cpath d='M16 5l9 3v8c0 6-4 9-9 11-5-2-9-5-9-11V8z' fill='%23ffc145'/%3E%3C/svg%3E"

export function Document({ site, section, head, current, isLarge, children }: Parts) {
  const isHome = head.path === '/'
  return (
    <html lang="vi" className={isLarge ? 'large' : undefined}>
      <Head {...head} publicUrl={site.publicUrl} name={section.name} />
      <body>
        <a className="skip" href="#noi-dung">
          Bỏ qua, tới nội dung chính
        </a>
        <header className="top">
          <div className="wide bar">
            <a className="brand" href="/" aria-current={isHome ? 'page' : undefined}>
              <Shield />
              <span>{section.name}</span>
            </a>
            <ReadingAids />
          </div>
          <nav aria-label="Lối vào theo đối tượng">
            <ul className="wide">
              {section.audiences.map(({ slug, name }) => (
                <li key={slug}>
                  <a href={`/${slug}`} aria-current={slug === current ? 'page' : undefined}>
                    {name}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        </header>
        <main id="noi-dung" tabIndex={-1} className="wide">
          {children}
        </main>
        <Footer name={section.name} feed={head.feed ?? '/feed.xml'} />
      </body>
    </html>
  )
}

function Head({
  title,
  description,
  path,
  picture,
  feed,
  publicUrl,
  name,
}: Head & { publicUrl: string; name: string }) {
  const full = title === name ? title : `${title} | ${name}`
  return (
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{full}</title>
      {description ? <meta name="description" content={description} /> : null}
      {path === undefined ? (
        <meta name="robots" content="noindex" />
      ) : (
        <link rel="canonical" href={`${publicUrl}${path}`} />
      )}
      <meta property="og:title" content={title} />
      <meta property="og:site_name" content={name} />
      <meta property="og:locale" content="vi_VN" />
      {description ? <meta property="og:description" content={description} /> : null}
      {path === undefined ? null : <meta property="og:url" content={`${publicUrl}${path}`} />}
      {picture ? <meta property="og:image" content={picture} /> : null}
      <meta name="theme-color" content="#0b3c78" />
      <link rel="icon" href={ICON} />
      <link rel="alternate" type="application/rss+xml" title={`Bài mới: ${name}`} href={feed ?? '/feed.xml'} />
      <style dangerouslySetInnerHTML={{ __html: siteStyle }} />
    </head>
  )
}

/** Two switches that work by style alone: nothing is stored, nothing is sent. */
function ReadingAids() {
  return (
    <fieldset className="aids">
      <legend className="hidden">Dễ đọc hơn</legend>
      <label>
        <input type="checkbox" id="chu-lon" autoComplete="off" /> Chữ lớn
      </label>
      <label>
        <input type="checkbox" id="tuong-phan" autoComplete="off" /> Tương phản cao
      </label>
    </fieldset>
  )
}

function Footer({ name, feed }: { name: string; feed: string }) {
  return (
    <footer>
      <div className="wide">
        <p className="strong">{name}</p>
        <p>Trang không dùng cookie, không theo dõi người đọc; chỉ đếm tổng số lượt xem của từng bài.</p>
        <p>
          <a href={feed}>Nhận bài mới qua RSS</a>
        </p>
      </div>
    </footer>
  )
}

function Shield() {
  return (
    <svg viewBox="0 0 32 32" width="40" height="40" aria-hidden="true" focusable="false">
      <path d="M16 2l12 4v9c0 8-5 12-12 15C9 27 4 23 4 15V6z" fill="#ffc145" />
      <path
        d="M10 16l4.5 4.5L22.5 11.5"
        fill="none"
        stroke="#0b3c78"
        strokeWidth="3.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}
