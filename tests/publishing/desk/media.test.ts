import { describe, expect, it } from 'vitest'
import { type ContentDocument, type MediaDocument, mediaDocumentsOf } from '@/engine/desk/item'

const picture = (id: string): MediaDocument => ({ id, alt: `Ảnh ${id}`, mimeType: 'image/jpeg' })
const upload = (value: unknown) => ({ type: 'upload', relationTo: 'media', value })
const richText = (...children: unknown[]) => ({ root: { type: 'root', children } })
const partsOf = (fields: Partial<ContentDocument>) =>
  mediaDocumentsOf(fields as ContentDocument).map(({ role, medium }) => `${role} ${medium.id}`)

describe('The media of an item', () => {
  it('are also the pictures between the paragraphs of its body, in their order', () => {
    const body = richText(upload(picture('b')), { type: 'paragraph', children: [] }, upload(picture('c')))
    expect(partsOf({ cover: picture('a'), body })).toEqual(['cover a', 'photo b', 'photo c'])
  })

  it('are also those of the chapters of a handbook', () => {
    const chapters = [{ title: 'Một', body: richText({ type: 'quote', children: [upload(picture('b'))] }) }]
    expect(partsOf({ chapters })).toEqual(['photo b'])
  })

  it('are there once, however often the item shows them', () => {
    const body = richText(upload(picture('a')), upload(picture('b')), upload(picture('c')), upload(picture('c')))
    const gallery = [picture('b')]
    expect(partsOf({ cover: picture('a'), gallery, body })).toEqual(['cover a', 'photo b', 'photo c'])
  })

  it('leave out what is no picture, and a picture that is gone', () => {
    const film = { id: 'd', alt: 'Phim', mimeType: 'video/mp4' }
    expect(partsOf({ body: richText(upload(film), upload('e'), upload(null)) })).toEqual([])
  })
})
