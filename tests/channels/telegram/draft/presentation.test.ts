/** How an item is shown: what follows from it, and what an editor may choose. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Item } from '@/channels/contract'
import { channel } from '@/channels/telegram'
import type { TelegramPost } from '@/channels/telegram/options'
import { lookalike } from '@/sandbox/telegram'
import { openBench, type Bench } from '../../../contracts/bench'
import { runLookalike } from '../../../support/platforms'
import { aPdf, anOwnItem, somePhotos } from '../shapes'

let bench: Bench<TelegramPost>

beforeAll(async () => {
  bench = await openBench(channel, await runLookalike(lookalike))
})
afterAll(() => bench.platform.close())

describe('the presentation', () => {
  const kindOf = (item: Item) => channel.render(item).post.parts[0]?.kind

  it('follows the item when nobody chose one', () => {
    const { photo, secondPhoto, video } = bench.files
    expect(kindOf(anOwnItem())).toBe('text')
    expect(kindOf(anOwnItem({ media: [photo] }))).toBe('photo')
    expect(kindOf(anOwnItem({ media: [photo, secondPhoto] }))).toBe('album')
    expect(kindOf(anOwnItem({ media: [photo, video] }))).toBe('video')
    expect(kindOf(anOwnItem({ kind: 'handbooks', media: [photo, aPdf(bench.files)] }))).toBe('document')
    expect(kindOf(anOwnItem({ media: [photo, aPdf(bench.files)] }))).toBe('photo')
  })

  it('is what an editor chose', () => {
    const media = [...somePhotos(bench.files, 2), bench.files.video, aPdf(bench.files)]
    for (const presentation of ['text', 'photo', 'album', 'video', 'document'])
      expect(kindOf(anOwnItem({ media, variant: { title: '', text: '', options: { presentation } } }))).toBe(
        presentation,
      )
  })

  it('has a word in Vietnamese for every choice', () => {
    const schema = channel.options.toJSONSchema?.({ io: 'input' }) as {
      properties: Record<string, { description: string; enum?: string[]; labels?: object }>
    }
    for (const { description, enum: values, labels } of Object.values(schema.properties)) {
      expect(description.length).toBeGreaterThan(5)
      if (values) expect(Object.keys(labels ?? {})).toEqual(values)
    }
  })
})
