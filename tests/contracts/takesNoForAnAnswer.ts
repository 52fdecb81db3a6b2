/** What the platform itself will not take, sent past our own inspection: refused once, in words for the editor, and nothing is up. */
import { describe, expect, it } from 'vitest'
import { ARMED, ChannelError } from '@/channels/contract'
import type { Bench } from './bench'
import type { ChannelUnderTest } from './behavesLikeAChannel'

const sentence = /^\p{Lu}.*[àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ].*\.$/u

export function takesNoForAnAnswer<Post>(subject: ChannelUnderTest<Post>, open: () => Bench<Post>): void {
  const { channel, sampleItem: make, refused, cannotFind } = subject

  describe('when the platform refuses the content', () => {
    it('is rejected with a reason that an editor understands, and nothing is posted', async () => {
      const { failure, item, said, found } = await beRefused()
      expect(failure).toMatchObject({ kind: 'rejected', retryAfter: null })
      expect(failure.message).toMatch(sentence)
      expect(failure.code).not.toBe('')
      expect(await open().platform.visible(item.link)).toBe(0)
      expect((await open().platform.texts()).slice(said)).toEqual([])
      if (!cannotFind) expect(found).toBe('absent')
    })

    it('had been told so before, without the platform', () => {
      const bench = open()
      expect(channel.inspect(refused(bench.draft(make(bench.files))))).not.toEqual([])
    })

    it('takes the same item as soon as it is put right', async () => {
      const { item, recorded } = await beRefused()
      await open().publish(open().draft(item), open().record({ earlier: recorded.checkpoints }))
      expect(await open().platform.visible(item.link)).toBe(1)
    })
  })

  async function beRefused() {
    const bench = open()
    const item = make(bench.files)
    const draft = refused(bench.draft(item))
    const said = (await bench.platform.texts()).length
    const recorded = bench.record()
    const failure = await bench.failToPublish(draft, recorded)
    if (!(failure instanceof ChannelError)) throw failure
    const wasArmed = recorded.checkpoints.some(({ step }) => step === ARMED)
    const found = wasArmed ? await bench.find(draft, bench.record({ earlier: recorded.checkpoints })) : 'absent'
    return { item, recorded, failure, said, found }
  }
}
