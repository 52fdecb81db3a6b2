import type { SitePost } from '@/channels/site/post'
import { Figure } from './figure'

type Block = SitePost['body'][number]

/** Address of the heading at that place of the body. */
export function anchorOf(index: number): string {
  return `muc-${index + 1}`
}

/** Nested bodies stand under a heading of their own, so that theirs go one level down. */
export function Blocks({ post, isNested = false }: { post: SitePost; isNested?: boolean }) {
  return (
    <div className="body">
      {post.body.map((block, index) => (
        <BlockView key={anchorOf(index)} block={block} anchor={anchorOf(index)} place={{ post, isNested }} />
      ))}
    </div>
  )
}

function BlockView({
  block,
  anchor,
  place,
}: {
  block: Block
  anchor: string
  place: { post: SitePost; isNested: boolean }
}) {
  switch (block.type) {
    case 'heading': {
      const Heading = `h${(block.level + (place.isNested ? 1 : 0)) as 2 | 3 | 4}` as const
      return <Heading id={anchor}>{block.text}</Heading>
    }
    case 'paragraph':
      return <p>{block.text}</p>
    case 'quote':
      return (
        <blockquote>
          <p>{block.text}</p>
        </blockquote>
      )
    case 'list':
      return <ListView ordered={block.ordered} entries={block.entries} />
    case 'image': {
      const medium = place.post.media.find(({ id }) => id === block.media)
      return medium ? <Figure medium={medium} /> : null
    }
  }
}

function ListView({ ordered, entries }: { ordered: boolean; entries: readonly string[] }) {
  const List = ordered ? 'ol' : 'ul'
  return (
    <List>
      {entries.map((entry, index) => (
        <li key={`${index}-${entry}`}>{entry}</li>
      ))}
    </List>
  )
}
