'use client'
/** A post in the shape that its platform gives it: sign, title, words, pictures in the order of that place. */
import type { CSSProperties } from 'react'
import type { Look } from '@/channels/contract'
import type { Preview } from '@/engine/desk/preview'
import { Attachments, Pictures, Player } from './media'

type Draft = NonNullable<Preview['draft']>

export function PostPart({ place: { look, label, channel }, draft }: { place: Preview; draft: Draft }) {
  const Shape = shapes[look.shape]
  return (
    <article className={`preview-post preview-post--${look.shape}`} style={{ '--sign': look.colour } as CSSProperties}>
      <header className="preview-sign">
        <span className="preview-sign__mark" aria-hidden="true">
          {label.slice(0, 1)}
        </span>
        <strong>{channel?.name ?? label}</strong>
        <span>{label}</span>
      </header>
      <Shape draft={draft} />
      <Attachments media={draft.media} />
    </article>
  )
}

type Part = (given: { draft: Draft }) => React.ReactNode

const shapes: Readonly<Record<Look['shape'], Part>> = {
  page: ({ draft }) => (
    <>
      <Title draft={draft} />
      <Player media={draft.media} />
      <Pictures media={draft.media} />
      <Words draft={draft} />
    </>
  ),
  article: ({ draft }) => (
    <>
      <Pictures media={draft.media} />
      <Player media={draft.media} />
      <Title draft={draft} />
      <Words draft={draft} />
    </>
  ),
  post: ({ draft }) => (
    <>
      <Words draft={draft} />
      <Player media={draft.media} />
      <Pictures media={draft.media} />
    </>
  ),
  video: ({ draft }) => (
    <>
      <Player media={draft.media} />
      <Title draft={draft} />
      <Words draft={draft} />
    </>
  ),
  message: ({ draft }) => (
    <>
      <Player media={draft.media} />
      <Pictures media={draft.media} />
      <Words draft={draft} />
    </>
  ),
}

function Title({ draft: { title } }: { draft: Draft }) {
  return title ? <h4>{title}</h4> : null
}

/** To the letter, with its line breaks; the tracked link shows as a link and leads nowhere yet. */
function Words({ draft: { text, marker } }: { draft: Draft }) {
  const pieces = marker ? text.split(marker) : [text]
  return (
    <p className="preview-words">
      {pieces.map((piece, index) => (
        // The pieces of a text have no names of their own.
        <span key={`${index}-${piece.length}`}>
          {index > 0 && <span className="preview-link">{marker}</span>}
          {piece}
        </span>
      ))}
    </p>
  )
}
