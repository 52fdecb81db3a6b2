import type { ReactNode } from 'react'
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
      return (
        <p>
          <Words text={block.text} spans={block.spans} />
        </p>
      )
    case 'quote':
      return (
        <blockquote>
          <p>
            <Words text={block.text} spans={block.spans} />
          </p>
        </blockquote>
      )
    case 'list':
      return <ListView list={block} />
    case 'image': {
      const medium = place.post.media.find(({ id }) => id === block.media)
      return medium ? <Figure medium={medium} /> : null
    }
  }
}

function ListView({ list: { ordered, entries, spans } }: { list: Extract<Block, { type: 'list' }> }) {
  const List = ordered ? 'ol' : 'ul'
  return (
    <List>
      {entries.map((entry, index) => (
        <li key={`${index}-${entry}`}>
          <Words text={entry} spans={spans?.[index]} />
        </li>
      ))}
    </List>
  )
}

type Span = NonNullable<Extract<Block, { type: 'paragraph' }>['spans']>[number]

/** With their looks where they have any; the plain text, which spells addresses out, otherwise. */
function Words({ text, spans }: { text: string; spans: Span[] | undefined }) {
  if (!spans) return text
  return spans.map((span, index) => <Look key={`${index}-${span.text}`} span={span} />)
}

const elements = { strike: 's', underline: 'u', italic: 'em', bold: 'strong' } as const

function Look({ span }: { span: Span }) {
  const looks = Object.entries(elements).filter(([look]) => span[look as keyof typeof elements])
  const words = looks.reduce<ReactNode>((inner, [, Element]) => <Element>{inner}</Element>, withBreaks(span.text))
  const isSafe = span.href !== undefined && /^(https?|mailto|tel):/.test(span.href)
  return isSafe ? <a href={span.href}>{words}</a> : words
}

function withBreaks(text: string): ReactNode {
  return text.split('\n').flatMap((line, index) => (index === 0 ? [line] : [<br key={`${index}`} />, line]))
}
