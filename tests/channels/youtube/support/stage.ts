/** One look-alike for a test file, with a small video to publish. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Call, Draft, Item, Live, Processing, Published } from '@/channels/contract'
import { channel } from '@/channels/youtube'
import type { YoutubePost } from '@/channels/youtube/options'
import type { Fault } from '@/sandbox/contract'
import { startSandbox } from '@/sandbox/server'
import { lookalike } from '@/sandbox/youtube'
import { MOODS, setMood, VIDEOS, type Moods, type VideoRecord } from '@/sandbox/youtube/state'
import { recordCall, type CallSettings } from '../../../support/channels'
import { anItem, makeSampleFiles } from '../../../support/items'
import type { RunningPlatform } from '../../../support/platforms'

export const NAME = 'Báo Kon Tum'

/** In California. The clock stands still unless a test moves it, so that no test runs into midnight there. */
const MORNING = new Date('2026-11-24T17:00:00Z')

type Over = Partial<Omit<Item, 'variant'>> & { options?: Item['variant']['options']; text?: string }

export async function openStage() {
  const directory = await mkdtemp(join(tmpdir(), 'youtube-'))
  const sandbox = { lookalikes: [lookalike], directory, port: 0, now: () => MORNING }
  const { desk, origin, addresses, close } = await startSandbox(sandbox)
  const platform: RunningPlatform = {
    ...lookalike.open(desk, NAME),
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
  const record = (settings: Partial<CallSettings> = {}) => recordCall({ channel, platform, files, ...settings })
  const call = (settings: Partial<CallSettings> = {}) => record(settings).call

  const aDraft = ({ options = {}, text = '', ...over }: Over = {}): Draft<YoutubePost> =>
    channel.render(anItem({ kind: 'clips', media: [files.video], ...over, variant: { title: '', text, options } }))

  async function upload(options: Item['variant']['options'] = {}): Promise<Processing> {
    return begin(aDraft({ options }))
  }
  async function begin(draft: Draft<YoutubePost>, through: Call = call()): Promise<Processing> {
    const result = await channel.publish(draft, through)
    if (result.outcome !== 'processing') throw new Error('a video is never published at once')
    return result
  }
  async function follow(ticket: Processing['ticket'], through: Call = call()): Promise<Published | Processing> {
    if (!channel.follow) throw new Error('there is no follow')
    return channel.follow(JSON.parse(JSON.stringify(ticket)), through)
  }
  /** Looks as often as the driver wants, while the clock runs. */
  async function toTheEnd({ ticket, lookAgainIn }: Processing, through: Call = call()): Promise<Published> {
    platform.pass(lookAgainIn)
    const answer = await follow(ticket, through)
    return answer.outcome === 'published' ? answer : toTheEnd(answer, through)
  }
  return {
    desk,
    origin,
    platform,
    files,
    record,
    call,
    aDraft,
    upload,
    begin,
    follow,
    toTheEnd,
    publish: async (over: Over = {}): Promise<Live> => {
      const { remoteId, url, publishedAt } = await toTheEnd(await begin(aDraft(over)))
      return { publication: `bai-${remoteId}`, remoteId, url, publishedAt }
    },
    videos: () => desk.records.list<VideoRecord>(VIDEOS),
    /** How often a call was logged for a video. */
    count: (name: string, id: string) =>
      desk.entries.read({ platform: 'youtube' }).filter((entry) => entry.call === name && entry.id === id).length,
    fault: (name: string, fault: Fault, times = 1) =>
      desk.faults.add({ platform: 'youtube', call: name, fault, times }),
    /** Everything as usual, and a quota for more videos than one day of Google's would hold. */
    calm: () => {
      desk.records.put(MOODS, 'now', { unitsADay: 1_000_000, uploadsADay: 1_000 })
      desk.faults.clear()
    },
    mood: (mood: Partial<Moods>) => setMood(desk, mood),
  }
}

export type Stage = Awaited<ReturnType<typeof openStage>>
