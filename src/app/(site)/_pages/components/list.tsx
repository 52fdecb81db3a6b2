import type { Shelf } from '../lists/shelf'
import type { Page } from '../site'
import { Cards } from './card'
import { Document, type Frame } from './document'

type List = { pages: readonly Page[]; number: number; hasMore: boolean }

export function showList({
  site,
  section,
  shelf: { path, name, current },
  list,
}: Frame & { shelf: Shelf; list: List }) {
  const head = {
    title: name,
    description: current ? `Nội dung dành cho ${name.toLowerCase()}` : `Các bài về chủ đề: ${name}`,
    path,
    feed: `${path}/feed.xml`,
  }
  const entrance = current ? { current } : {}
  return (
    <Document site={site} section={section} head={head} {...entrance} isLarge={current === 'elderly'}>
      <h1>{name}</h1>
      {list.pages.length === 0 ? (
        <p>Chưa có bài nào ở đây. Mời quay lại sau.</p>
      ) : (
        <Cards pages={list.pages} level={2} />
      )}
      <Pager path={path} list={list} />
    </Document>
  )
}

function Pager({ path, list: { number, hasMore } }: { path: string; list: List }) {
  if (number === 1 && !hasMore) return null
  return (
    <nav aria-label="Phân trang">
      <ul className="pager">
        {number > 1 ? (
          <li>
            <a href={`${path}?trang=${number - 1}`} rel="prev">
              Bài mới hơn
            </a>
          </li>
        ) : null}
        {hasMore ? (
          <li>
            <a href={`${path}?trang=${number + 1}`} rel="next">
              Bài cũ hơn
            </a>
          </li>
        ) : null}
      </ul>
    </nav>
  )
}
