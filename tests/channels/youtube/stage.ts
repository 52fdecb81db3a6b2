/** One look-alike for a test file, with a small video to publish. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Item, Processing } from '@/channels/contract'
import { channel } from '@/channels/youtube'
import { startSandbox } from '@/sandbox/server'
import { lookalike } from '@/sandbox/youtube'
import { MOODS, setMood, type Moods } from '@/sandbox/youtube/state'
import { recordCall } from '../../support/channels'
import { anItem, makeSampleFiles } from '../../support/items'
import type { RunningPlatform } from '../../support/platforms'

export async function openStage() {
  const directory = await mkdtemp(join(tmpdir(), 'youtube-'))
  const { desk, origin, addresses, close } = await startSandbox({ lookalikes: [lookalike], directory, port: 0 })
  const platform: RunningPlatform = {
    ...lookalike.open(desk, 'Báo Kon Tum'),
    addresses,
    texts: async () => [],
    visible: async () => 0,
    now: desk.now,
    pass: (seconds) => desk.clock.move(desk.clock.offsetSeconds() + seconds),
    keep: (bytes, mimeType) => origin + desk.keep(bytes, mimeType),
    close: async () => {
      await close()
      await rm(directory, { recursive: true, force: true })
    },
  }
  const files = await makeSampleFiles(channel, platform)
  const call = () => recordCall({ channel, platform, files }).call
  const aDraft = (over: Partial<Item> = {}) => channel.render(anItem({ kind: 'clips', media: [files.video], ...over }))

  return {
    desk,
    platform,
    files,
    call,
    aDraft,
    calm: () => desk.records.put(MOODS, 'now', {}),
    mood: (mood: Partial<Moods>) => setMood(desk, mood),
    async upload(options: Item['variant']['options'] = {}): Promise<Processing> {
      const result = await channel.publish(aDraft({ variant: { title: '', text: '', options } }), call())
      if (result.outcome !== 'processing') throw new Error('a video is never published at once')
      return result
    },
    async follow(ticket: Processing['ticket']) {
      if (!channel.follow) throw new Error('there is no follow')
      return channel.follow(ticket, call())
    },
  }
}

export type Stage = Awaited<ReturnType<typeof openStage>>
