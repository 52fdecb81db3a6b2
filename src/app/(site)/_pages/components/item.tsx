import { Fragment } from 'react'
import type { SitePost } from '@/channels/site/post'
import { tellMoment } from './dates'
import { coverOf, pickRendition, toPublicUrl } from './pictures'
import { pathOfTopic } from '../lists/shelf'
import type { Page, PageLinks, Section } from '../site'
import { Blocks } from './blocks'
import { Cards, kindLabels } from './card'
import { Document, type Frame } from './document'
import { Figure } from './figure'
import { Attachments, Chapters, Corrected, Corrections, Player } from './parts'

type Shown = Frame & { page: Page; links: PageLinks; related: readonly Page[] }

export function showItem({ site, section, page, links, related }: Shown) {
  const { post, slug } = page
  const audience = post.audiences[0]
  return (
    <Document
      site={site}
      section={section}
      head={{ title: post.title, description: post.lead, path: `/tin/${slug}`, ...preview(post, site.publicUrl) }}
      isLarge={post.audiences.some(({ slug: name }) => name === 'elderly')}
      {...(audience ? { current: audience.slug } : {})}
    >
      <article lang={post.language}>
        <Opening page={page} topics={section.topics} />
        <Corrections corrections={links.corrections} />
        <Corrected page={links.corrected} />
        <Body post={post} />
        {post.signature ? <p className="signature">{post.signature}</p> : null}
        <Attachments post={post} />
        {post.hashtags.length > 0 ? <p className="tags">{post.hashtags.join(' ')}</p> : null}
      </article>
      {related.length > 0 ? (
        <aside className="related" aria-labelledby="doc-tiep">
          <h2 id="doc-tiep">Đọc tiếp</h2>
          <Cards pages={related} level={3} />
        </aside>
      ) : null}
    </Document>
  )
}

function Opening({ page: { post, publishedAt }, topics }: { page: Page; topics: Section['topics'] }) {
  const names = [...post.authors, post.organization.name].filter(Boolean).join(', ')
  return (
    <header className="opening">
      <p className="kind">
        {kindLabels[post.kind]}
        {post.topics.map(({ slug, name }) => (
          <Fragment key={slug}>
            {' · '}
            {topics.some((topic) => topic.slug === slug) ? <a href={pathOfTopic(slug)}>{name}</a> : name}
          </Fragment>
        ))}
      </p>
      <h1>{post.title}</h1>
      <p className="when">
        <time dateTime={publishedAt.toISOString()}>{tellMoment(publishedAt)}</time>
        {names ? <span>{names}</span> : null}
      </p>
      {post.lead ? <p className="lead">{post.lead}</p> : null}
    </header>
  )
}

/** Each kind in the order in which it is taken in: what one sees first, then its words. */
function Body({ post }: { post: SitePost }) {
  const media = (role: string) => post.media.filter((medium) => medium.role === role)
  const figures = (role: string) => media(role).map((medium) => <Figure key={medium.id} medium={medium} />)
  switch (post.kind) {
    case 'articles':
      return (
        <>
          {figures('cover')}
          <Blocks post={post} />
          {unusedPhotos(post).map((medium) => (
            <Figure key={medium.id} medium={medium} />
          ))}
        </>
      )
    case 'clips':
      return (
        <>
          <Player post={post} />
          <h2>Bản chép lời</h2>
          <Blocks post={post} isNested />
        </>
      )
    case 'infographics':
      return (
        <>
          {figures('page')}
          <h2>Nội dung dạng chữ</h2>
          <Blocks post={post} isNested />
        </>
      )
    case 'handbooks':
      return (
        <>
          {figures('cover')}
          <Chapters post={post} />
          <Blocks post={post} />
        </>
      )
  }
}

function unusedPhotos({ body, media }: SitePost) {
  const used = new Set(body.flatMap((block) => (block.type === 'image' ? [block.media] : [])))
  return media.filter(({ id, role }) => role === 'photo' && !used.has(id))
}

function preview(post: SitePost, publicUrl: string): { picture?: string } {
  const cover = coverOf(post)
  const file = cover && pickRendition(cover, 'original')
  return file ? { picture: toPublicUrl(file.url, publicUrl) } : {}
}
