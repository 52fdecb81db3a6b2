/** The part of the contract that needs no platform: schemas, rendering, inspection. */
import { describe, expect, it } from 'vitest'
import type { Bench } from './bench'
import type { ChannelUnderTest } from './behavesLikeAChannel'

const vietnamese = /[ăâđêôơưàáảãạèéẻẽẹìíỉĩịòóỏõọùúủũụỳýỷỹỵấầẩẫậắằẳẵặếềểễệốồổỗộớờởỡợứừửữự]/i

export function staysPure<Post>(
  { channel, sampleItem, shapes }: ChannelUnderTest<Post>,
  bench: () => Bench<Post>,
): void {
  describe('without a platform', () => {
    const items = () => [sampleItem, ...Object.values(shapes ?? {})].map((make) => make(bench().files))

    it('takes the credentials of its account, and nothing it does not know', () => {
      const { credentials } = bench().platform
      expect(channel.credentials.safeParse(credentials).success).toBe(true)
      expect(channel.credentials.safeParse({ ...credentials, nonsense: 1 }).success).toBe(false)
      expect(channel.options.safeParse({ nonsense: 1 }).success).toBe(false)
    })

    it('renders the same item to the same bytes', () => {
      for (const item of items()) {
        const once = JSON.stringify(channel.render(item))
        expect(JSON.stringify(channel.render(structuredClone(item)))).toBe(once)
      }
    })

    it('reads its own frozen draft back unchanged', () => {
      for (const item of items()) {
        const stored: unknown = JSON.parse(JSON.stringify(channel.render(item).post))
        expect(channel.post.parse(stored)).toEqual(stored)
      }
    })

    it('shows text in NFC and marks the post', () => {
      for (const item of items()) {
        const draft = channel.render(item)
        expect(draft.text).toBe(draft.text.normalize('NFC'))
        if (draft.marker) expect(JSON.stringify(draft.post)).toContain(draft.marker)
      }
    })

    it('finds nothing wrong with what may be published', () => {
      for (const item of items()) expect(channel.inspect(channel.render(item))).toEqual([])
    })

    it.runIf(Object.keys(channel.limits.texts).length > 0)('says in Vietnamese what is too long', () => {
      const item = sampleItem(bench().files)
      const problems = channel.inspect(
        channel.render({ ...item, variant: { ...item.variant, text: 'Cảnh giác. '.repeat(20_000) } }),
      )
      expect(problems.length).toBeGreaterThan(0)
      for (const { code, message } of problems) {
        expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/)
        expect(message).toMatch(vietnamese)
      }
    })
  })
}
