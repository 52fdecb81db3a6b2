/** Items that are broadcast, and what the look-alike knows of them. */
import { ChannelError, type Item } from '@/channels/contract'
import type { WallPost } from '@/sandbox/contract'
import { lookalike } from '@/sandbox/zalo'
import type { RecordedCall } from '../../../support/channels'
import { anItem } from '../../../support/items'
import { MORNING, openZalo, type ZaloBench } from '../bench'

type Wanted = Record<string, string | string[]>

export type Broadcasting = {
  bench: ZaloBench
  /** Six o'clock, and nothing sent yet. */
  begin(): void
  item(options?: Wanted): Item
  /** Broadcasts since the beginning. */
  sent(): ReturnType<ZaloBench['broadcasts']>
  /** Everything the OA has of the item, removed or not. */
  shown(item: Item): WallPost[]
  /** How often readers began to see it. */
  showings(item: Item): number
  fail(item: Item, recorded?: RecordedCall): Promise<{ failure: ChannelError; recorded: RecordedCall }>
}

export async function openBroadcasting(): Promise<Broadcasting> {
  const bench = await openZalo()
  let before = 0
  return {
    bench,
    begin: () => {
      bench.until(MORNING)
      before = bench.broadcasts().length
    },
    item: (options = {}) =>
      anItem({
        media: [bench.files.photo],
        variant: { title: '', text: '', options: { broadcast: 'all', ...options } },
      }),
    sent: () => bench.broadcasts().slice(before),
    shown: ({ link }) => lookalike.wall(bench.platform.desk).filter(({ text }) => text.includes(link)),
    showings: ({ link }) =>
      bench.platform.desk.entries.read({ platform: 'zalo' }).filter(({ text }) => text.includes(link)).length,
    fail: async (item, recorded = bench.record()) => {
      const failure = await bench.failToPublish(bench.draft(item), recorded)
      if (!(failure instanceof ChannelError)) throw failure
      return { failure, recorded }
    },
  }
}
