/** A driver on its platform: publishes from a frozen draft as the engine does, and keeps everything that was said. */
import { inspect } from 'node:util'
import { ARMED, type Channel, type Draft, type Item, type Live, type Published } from '@/channels/contract'
import { recordCall, type CallSettings, type RecordedCall } from '../support/channels'
import { makeSampleFiles, type SampleFiles } from '../support/items'
import type { RunningPlatform } from '../support/platforms'

const MOST_LOOKS = 30

export type Bench<Post> = {
  platform: RunningPlatform
  files: SampleFiles
  record(settings?: Omit<CallSettings, 'channel' | 'platform' | 'files'>): RecordedCall
  /** Rendered, stored and read back, as a snapshot is. */
  draft(item: Item): Draft<Post>
  /** To the end: what is processing is followed while the platform's clock runs. */
  publish(draft: Draft<Post>, recorded?: RecordedCall): Promise<Published>
  failToPublish(draft: Draft<Post>, recorded: RecordedCall): Promise<unknown>
  find(draft: Draft<Post>, recorded: RecordedCall): ReturnType<Channel<Post>['find']>
  live(item: Item, published: Published): Live
  /** Log lines, checkpoints and errors of every call so far. */
  everythingSaid(): string[]
}

export async function openBench<Post>(channel: Channel<Post>, platform: RunningPlatform): Promise<Bench<Post>> {
  const files = await makeSampleFiles(channel, platform)
  const calls: RecordedCall[] = []
  const failures: unknown[] = []

  const record: Bench<Post>['record'] = (settings = {}) => {
    const recorded = recordCall({ channel, platform, files, ...settings })
    calls.push(recorded)
    return recorded
  }
  const publish: Bench<Post>['publish'] = async (draft, recorded = record()) => {
    let result = await channel.publish(draft, recorded.call)
    for (let looks = 0; result.outcome === 'processing' && looks < MOST_LOOKS; looks += 1) {
      if (!channel.follow) throw new Error('publish may answer "processing" only where there is a follow')
      platform.pass(result.lookAgainIn)
      result = await channel.follow(JSON.parse(JSON.stringify(result.ticket)), recorded.call)
    }
    if (result.outcome === 'processing') throw new Error(`still processing after ${MOST_LOOKS} looks`)
    return result
  }
  return {
    platform,
    files,
    record,
    publish,
    draft: (item) => {
      const { post, ...rest } = channel.render(item)
      const stored = JSON.parse(JSON.stringify({ post, rest }))
      return { ...stored.rest, post: channel.post.parse(stored.post) }
    },
    failToPublish: async (draft, recorded) => {
      const failure = await publish(draft, recorded).then(
        () => new Error('publish succeeded where it had to fail'),
        (thrown: unknown) => thrown,
      )
      failures.push(failure)
      return failure
    },
    find: (draft, recorded) => {
      const armed = recorded.call.checkpoints.findLast(({ step }) => step === ARMED)
      return channel.find({ draft, armedAt: armed ? new Date(armed.at) : platform.now() }, recorded.call)
    },
    live: ({ publication }, { remoteId, url, publishedAt }) => ({ publication, remoteId, url, publishedAt }),
    everythingSaid: () => [
      ...calls.flatMap(({ lines, checkpoints }) => [
        ...lines,
        ...checkpoints.map((checkpoint) => JSON.stringify(checkpoint)),
      ]),
      ...failures.flatMap((failure) => [JSON.stringify(failure), String(failure), inspect(failure, { depth: 12 })]),
    ],
  }
}
