import { describe, expect, it } from 'vitest'
import { meaningOf } from '@/approval/meaning'
import { hashSnapshot } from '@/publishing/snapshot'

const article = {
  title: 'Mã OTP là chìa khóa nhà',
  lead: 'Không đưa mã cho ai.',
  organization: 'o1',
  audiences: ['a1'],
  cover: 'm1',
  variants: [{ blockType: 'telegram', text: 'Ngắn' }],
  source: { name: 'VTV', url: null },
}

const hash = (document: Record<string, unknown>) => hashSnapshot(meaningOf(document))

describe('What an item means', () => {
  it.each([
    ['what the desk writes', { approval: { state: 'approved' }, writers: ['u'], contentHash: 'x', updatedAt: 'now' }],
    ['what is computed from it', { searchText: 'ma otp', sortKey: 'x', live: [] }],
    ['related rows that are filled in', { cover: { id: 'm1', createdAt: 'then', alt: 'Ảnh' } }],
    ['row ids that a database adds', { variants: [{ id: '9', blockName: null, blockType: 'telegram', text: 'Ngắn' }] }],
    ['empty values', { hashtags: [], gallery: null, campaign: undefined, aiUse: { tool: '' } }],
  ])('does not change with %s', (_name, over) => expect(hash({ ...article, ...over })).toBe(hash(article)))

  it.each([
    ['its title', { title: 'Mã OTP là chìa khóa' }],
    ['an audience', { audiences: ['a1', 'a2'] }],
    ['a picture', { cover: 'm2' }],
    ['the words for one platform', { variants: [{ blockType: 'telegram', text: 'Ngắn hơn' }] }],
    ['its source', { source: { name: 'VTC' } }],
    ['a space', { lead: 'Không đưa mã cho ai. ' }],
  ])('changes with %s', (_name, over) => expect(hash({ ...article, ...over })).not.toBe(hash(article)))
})
