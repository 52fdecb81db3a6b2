/** One driver that sends one large file. Its checkpoints are on disk before they return, as in the database; it may be killed. */
import { appendFileSync, createReadStream, existsSync, readFileSync } from 'node:fs'
import { once } from 'node:events'
import { Readable } from 'node:stream'
import { setTimeout } from 'node:timers/promises'
import type { Call, Checkpoint, ItemMedia } from '@/channels/contract'
import { channelOf } from '@/channels/registry'
import { residentMegabytes } from '../memory'
import { recordCall } from '../../support/channels'
import { anItem } from '../../support/items'
import type { RunningPlatform } from '../../support/platforms'

export type Sending = {
  platform: string
  options: Record<string, string>
  account: string
  credentials: Record<string, string>
  addresses: Record<string, string>
  file: string
  bytes: number
  sha256: string
  /** Where the checkpoints of all attempts are. */
  checkpoints: string
}

export type Told = { idle: number } | { done: string }

const sending = JSON.parse(process.argv[2] ?? '') as Sending
const channel = channelOf(sending.platform)
const video: ItemMedia = {
  id: 'phim-1',
  role: 'video',
  alt: 'Cuộc gọi giả danh công an',
  caption: '',
  credit: '',
  duration: 60,
  renditions: [
    {
      name: 'original',
      mimeType: 'video/mp4',
      bytes: sending.bytes,
      sha256: sending.sha256,
      width: 1080,
      height: 1920,
      url: 'https://lantoa.example/phim.mp4',
    },
  ],
}
// The same draft in every attempt: it was frozen before the first.
const item = anItem({
  kind: 'clips',
  media: [video],
  link: 'https://lantoa.example/l/lon',
  variant: { title: '', text: '', options: sending.options },
})
const draft = channel.render({ ...item, publication: 'publication-lon', slug: 'phim-lon' })

await setTimeout(500)
global.gc?.()
tell({ idle: residentMegabytes(process.pid) })
await once(process, 'message')
const result = await channel.publish(draft, callOf())
tell({ done: result.outcome })
process.disconnect()

function callOf(): Call {
  const place: RunningPlatform = {
    addresses: sending.addresses,
    account: sending.account,
    credentials: sending.credentials,
    texts: async () => [],
    visible: async () => 0,
    now: () => new Date(),
    pass: () => undefined,
    keep: () => '',
    close: async () => undefined,
  }
  const nothing = { bytes: new Map(), photo: video, secondPhoto: video, video }
  const earlier = readCheckpoints()
  const { call } = recordCall({ channel, platform: place, files: nothing, earlier })
  return {
    ...call,
    get checkpoints() {
      return call.checkpoints
    },
    checkpoint: async (step, data) => {
      await call.checkpoint(step, data)
      appendFileSync(sending.checkpoints, `${JSON.stringify(call.checkpoints.at(-1))}\n`)
    },
    open: async (_media, from = 0) =>
      Readable.toWeb(createReadStream(sending.file, { start: from })) as ReadableStream<Uint8Array>,
  }
}

function readCheckpoints(): Checkpoint[] {
  if (!existsSync(sending.checkpoints)) return []
  const lines = readFileSync(sending.checkpoints, 'utf8').split('\n').filter(Boolean)
  return lines.map((line) => JSON.parse(line) as Checkpoint)
}

function tell(told: Told): void {
  process.send?.(told)
}
