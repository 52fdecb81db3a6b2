/** A driver on its platform: publishes from a frozen draft as the engine does, and keeps everything that was said. */
import { inspect } from 'node:util'
import {
  ARMED,
  type Call,
  type Channel,
  type Draft,
  type Item,
  type Live,
  type Processing,
  type Published,
} from '@/channels/contract'
import { addSeconds } from '@/platform/clock'
import { lookSeconds } from '@/publishing/backoff'
import { recordCall, type CallSettings, type RecordedCall } from '../support/channels'
import { makeSampleFiles, type SampleFiles } from '../support/items'
import type { RunningPlatform } from '../support/platforms'

const MOST_LOOKS = 30

export const SUCCEEDED = 'publish succeeded where it had to fail'

export type Settled = Published | 'absent' | 'cannot-tell'

export type Bench<Post> = {
  channel: Channel<Post>
  platform: RunningPlatform
  files: SampleFiles
  record(settings?: Omit<CallSettings, 'channel' | 'platform' | 'files'>): RecordedCall
  /** Rendered, stored and read back, as a snapshot is. */
  draft(item: Item): Draft<Post>
  /** To the end: what is processing is followed while the platform's clock runs. */
  publish(draft: Draft<Post>, recorded?: RecordedCall): Promise<Published>
  failToPublish(draft: Draft<Post>, recorded: RecordedCall): Promise<unknown>
  find(draft: Draft<Post>, recorded: RecordedCall): ReturnType<Channel<Post>['find']>
  /** Looks as the engine does, at growing intervals, until the post is there, nobody can tell, or absence has lasted. */
  settle(draft: Draft<Post>, recorded: RecordedCall): Promise<Settled>
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
  const find: Bench<Post>['find'] = (draft, recorded) => {
    const armed = recorded.call.checkpoints.findLast(({ step }) => step === ARMED)
    return channel.find({ draft, armedAt: armed ? new Date(armed.at) : platform.now() }, recorded.call)
  }
  return {
    channel,
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
        () => new Error(SUCCEEDED),
        (thrown: unknown) => thrown,
      )
      failures.push(failure)
      return failure
    },
    find,
    settle: (draft, { checkpoints: earlier }) =>
      lookUntilSettled({ channel, platform, look: () => find(draft, record({ earlier })), call: () => record().call }),
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

type Search<Post> = {
  channel: Channel<Post>
  platform: RunningPlatform
  look(): ReturnType<Channel<Post>['find']>
  call(): Call
}

async function lookUntilSettled<Post>({ channel, platform, look, call }: Search<Post>): Promise<Settled> {
  const { waitSeconds, absenceSeconds } = channel.limits.settling
  let absentSince: Date | null = null
  let next = look
  for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
    platform.pass(lookSeconds(waitSeconds, Math.max(0, looks - 1)))
    const found = await next()
    if (found === 'cannot-tell' || isPublished(found)) return found
    // What was found half done is followed from here on, as the engine does.
    if (found !== 'absent') {
      next = () => followed(channel, found, call())
      continue
    }
    absentSince ??= platform.now()
    if (looks > 0 && platform.now() >= addSeconds(absentSince, absenceSeconds)) return found
  }
  throw new Error(`neither found nor absent after ${MOST_LOOKS} looks`)
}

function followed<Post>({ follow }: Channel<Post>, { ticket }: Processing, call: Call) {
  if (!follow) throw new Error('find may answer "processing" only where there is a follow')
  return follow(JSON.parse(JSON.stringify(ticket)), call)
}

function isPublished(found: Published | Processing | 'absent' | 'cannot-tell'): found is Published {
  return typeof found === 'object' && found.outcome === 'published'
}
