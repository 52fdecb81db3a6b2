import type { SitePost } from '@/channels/site/post'
import { tellDay, tellDuration } from './dates'
import { coverOf, pickRendition, toPath } from './pictures'
import type { Page } from '../site'

export const kindLabels: Readonly<Record<SitePost['kind'], string>> = {
  articles: 'Bài viết',
  clips: 'Video',
  infographics: 'Đồ họa thông tin',
  handbooks: 'Cẩm nang',
}

export function Cards({ pages, level }: { pages: readonly Page[]; level: 2 | 3 }) {
  return (
    <ul className="cards">
      {pages.map((page) => (
        <Card key={page.publication} page={page} level={level} />
      ))}
    </ul>
  )
}

function Card({ page: { slug, post, publishedAt }, level }: { page: Page; level: 2 | 3 }) {
  const Heading = `h${level}` as const
  const seconds = post.media.find(({ role }) => role === 'video')?.duration
  return (
    <li className="card">
      <CardPicture post={post} />
      <div className="words">
        <p className="kind">
          {kindLabels[post.kind]}
          {seconds ? `, ${tellDuration(seconds)}` : ''}
        </p>
        <Heading>
          <a href={`/tin/${slug}`}>{post.title}</a>
        </Heading>
        <p className="lead">{post.lead}</p>
        <p className="when">
          <time dateTime={publishedAt.toISOString()}>{tellDay(publishedAt)}</time>
          {post.audiences.map(({ name }) => ` · ${name}`)}
        </p>
      </div>
    </li>
  )
}

/** The heading beside it says what the item is; the picture adds nothing for a person who does not see it. */
function CardPicture({ post }: { post: SitePost }) {
  const cover = coverOf(post)
  const file = cover && pickRendition(cover, 'site-card')
  if (!file) {
    return (
      <div className={`picture none ${post.kind}`} aria-hidden="true">
        {kindLabels[post.kind]}
      </div>
    )
  }
  return (
    <div className="picture">
      <img src={toPath(file.url)} alt="" width={640} height={360} loading="lazy" decoding="async" />
    </div>
  )
}
