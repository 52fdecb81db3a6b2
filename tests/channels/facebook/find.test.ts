/** Which post of the Page is the one that was sent. */
import { describe, expect, it } from 'vitest'
import type { Draft } from '@/channels/contract'
import { channel } from '@/channels/facebook'
import { isSame, type Seen } from '@/channels/facebook/live/same'
import type { FacebookPost } from '@/channels/facebook/options'
import { anItem } from '../../support/items'

const APP = '700'
const draft: Draft<FacebookPost> = channel.render(anItem())
const other = anItem()

const look = (seen: Partial<Seen>, appId = APP) =>
  isSame({ text: '', addresses: [], application: null, ...seen }, { draft, appId })

const withoutLink = draft.text.replace(draft.marker, '')

describe('a post of the Page is ours', () => {
  it('when the tracked link stands in it', () => {
    expect(look({ text: `trước ${draft.marker} sau` })).toBe(true)
    expect(look({ text: draft.text.normalize('NFD') })).toBe(true)
  })

  it('when the tracked link is attached, plain or wrapped', () => {
    expect(look({ addresses: [draft.marker] })).toBe(true)
    expect(look({ addresses: [`https://l.facebook.com/l.php?u=${encodeURIComponent(draft.marker)}&h=AT0`] })).toBe(true)
  })

  it('when the link was taken out and every word is the same', () => {
    expect(look({ text: withoutLink, application: APP })).toBe(true)
    expect(look({ text: withoutLink.replaceAll('\n', '  ').normalize('NFD') })).toBe(true)
  })
})

describe('a post of the Page is not ours', () => {
  it('when its words differ, or it has none', () => {
    expect(look({ text: `${withoutLink} thêm` })).toBe(false)
    expect(look({})).toBe(false)
  })

  it('when another application posted the same words', () => {
    expect(look({ text: withoutLink, application: '999' })).toBe(false)
    expect(look({ text: withoutLink, application: '999' }, '')).toBe(true)
  })

  it('when the same words carry the link of another publication', () => {
    expect(look({ text: draft.text.replace(draft.marker, other.link) })).toBe(false)
    expect(look({ text: withoutLink, addresses: [other.link] })).toBe(false)
  })
})
