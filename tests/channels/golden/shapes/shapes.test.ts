/**
 * Every sample in every shape a platform takes: what is sent lies beside this file, to be read. `CI=1` writes none that is
 * missing; `npx vitest run tests/channels/golden -u` writes them anew.
 */
import { describe, expect, it } from 'vitest'
import { channels } from '@/channels/registry'
import { itemOf } from '@/engine/desk/item'
import { placeOf } from '../items'
import { ids, renderShapes, type Rendered } from './materials'
import { readable } from './words'

describe.each(channels.map((channel) => ({ platform: channel.platform, channel })))(
  '$platform',
  ({ platform, channel }) => {
    const all = ids.map((id) => ({ id, rendered: renderShapes(channel, id) }))
    const each = all.flatMap(({ id, rendered }) => rendered.map((one) => ({ ...one, place: `${id}, ${one.name}` })))
    /** Places where something is wrong, so that a failure names them all. */
    const where = (isWrong: (one: (typeof each)[number]) => boolean) => each.filter(isWrong).map(({ place }) => place)

    it('takes every shape as it lies here to be read', async () => {
      const pages = all.map(({ id, rendered }) => `═══ ${id}\n${readable(rendered)}`)
      await expect(`${pages.join('\n\n\n')}\n`).toMatchFileSnapshot(`./${platform}.txt`)
    })

    it('finds nothing against any of them', () => expect(where(({ problems }) => problems.length > 0)).toEqual([]))

    it('shows the tracked link once', () => {
      const times = channel.isOurs ? 0 : 1
      expect(where(({ draft }) => countOf(draft.text, placeLink(draft.marker)) !== times)).toEqual([])
    })

    it('is tidy: no doubled blanks or stops, no placeholder, no markup among the words', () => {
      const untidy =
        / {2}|[ \t]\n|\n[ \t]|\n{3}|^\s|\s$|\.\.(?!\.)(?<!\.\.\.)|\s[,;:!?]|\s\.(?=\s|$)|\{link\}|<\/?[a-z]|&(?:amp|lt|gt|quot);/
      expect(where(({ draft }) => wordsOf(draft).some((words) => untidy.test(words)))).toEqual([])
      expect(where(({ draft }) => wordsOf(draft).some((words) => words !== words.normalize('NFC')))).toEqual([])
    })

    it('leaves out no word', () => expect(where((one) => missing(one).length > 0)).toEqual([]))

    /** Title, lead and body, or the editor's own words for this place. */
    function missing({ draft, document, isWhole }: Rendered): string[] {
      const { variant, title, lead, body } = itemOf('articles', document, placeOf(channel, document.id))
      const blocks = isWhole ? body.flatMap((block) => ('text' in block ? [block.text] : [])) : []
      const opening = channel.isOurs ? [title, variant.text || lead] : [variant.text || lead]
      const said = bare(wordsOf(draft).join('\n'))
      return [...opening, ...blocks]
        .flatMap((words) =>
          words
            .replaceAll('{link}', '\n')
            .replaceAll(/<\/?[a-z][^>]*>/g, '')
            .split('\n'),
        )
        .filter((words) => !said.includes(bare(words)))
    }
  },
)

function placeLink(marker: string): string {
  return marker === '' ? '/l/' : marker
}

function countOf(text: string, part: string): number {
  return text.split(part).length - 1
}

/** Letters only, so that capitals of a heading and an address behind words do not count as a loss. */
function bare(words: string): string {
  return words
    .replaceAll(/\((?:https?|tel):[^)]*\)/g, '')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .toLocaleLowerCase('vi')
}

/** Everything that a reader may see: the text, the title, captions under pictures. */
function wordsOf({ title, text, post }: Rendered['draft']): string[] {
  const captions = [...JSON.stringify(post).matchAll(/"caption":("(?:[^"\\]|\\.)*")/g)]
  return [title, text, ...captions.map(([, caption]) => JSON.parse(caption ?? '""') as string)]
}
