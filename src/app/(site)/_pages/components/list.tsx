import type { Page, Section } from '../site'
import { Cards } from './card'
import { Document, type Frame } from './document'

type List = { pages: readonly Page[]; number: number; hasMore: boolean }

export function showList({
  site,
  section,
  audience,
  list,
}: Frame & { audience: Section['audiences'][number]; list: List }) {
  const { slug, name } = audience
  const head = {
    title: name,
    description: `Nội dung dành cho ${name.toLowerCase()}`,
    path: `/${slug}`,
    feed: `/${slug}/feed.xml`,
  }
  return (
    <Document site={site} section={section} head={head} current={slug} isLarge={slug === 'elderly'}>
      <h1>{name}</h1>
      {list.pages.length === 0 ? (
        <p>Chưa có bài nào ở đây. Mời quay lại sau.</p>
      ) : (
        <Cards pages={list.pages} level={2} />
      )}
      <Pager slug={slug} list={list} />
    </Document>
  )
}

function Pager({ slug, list: { number, hasMore } }: { slug: string; list: List }) {
  if (number === 1 && !hasMore) return null
  return (
    <nav aria-label="Phân trang">
      <ul className="pager">
        {number > 1 ? (
          <li>
            <a href={`/${slug}?trang=${number - 1}`} rel="prev">
              Bài mới hơn
            </a>
          </li>
        ) : null}
        {hasMore ? (
          <li>
            <a href={`/${slug}?trang=${number + 1}`} rel="next">
              Bài cũ hơn
            </a>
          </li>
        ) : null}
      </ul>
    </nav>
  )
}
