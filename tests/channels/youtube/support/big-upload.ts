/** A look-alike per test, a file of three chunks, and a call whose line may be cut; its checkpoints outlive it, as in the database. */
import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Call, Checkpoint, Item } from '@/channels/contract'
import { channel } from '@/channels/youtube'
import { http } from '@/platform/http'
import { HttpFailure, type HttpRequest } from '@/platform/http/contract'
import { startSandbox } from '@/sandbox/server'
import { lookalike } from '@/sandbox/youtube'
import { SESSIONS, VIDEOS, type Session, type VideoRecord } from '@/sandbox/youtube/state'
import { spendFrom } from '../../../support/channels'
import { anItem } from '../../../support/items'

const NAME = 'Công an tỉnh Kon Tum'
const MEBIBYTE = 1024 * 1024
const bytes = new Uint8Array(9 * MEBIBYTE + 123)
bytes.set(new TextEncoder().encode('\0\0\0\x18ftypmp42'))
for (let place = 16; place < bytes.length; place += 4096) bytes[place] = place % 251

export const whole = bytes.length
export const chunk = 4 * MEBIBYTE
export const sha256 = createHash('sha256').update(bytes).digest('hex')

const original = { name: 'original', mimeType: 'video/mp4', bytes: whole, sha256, width: 1280, height: 720 }
const video: Item['media'][number] = {
  id: 'phim',
  role: 'video',
  alt: 'Phim',
  caption: '',
  credit: '',
  duration: 10,
  renditions: [{ ...original, url: 'https://lantoa.example/phim.mp4' }],
}

export function aDraft() {
  return channel.render(anItem({ kind: 'clips', media: [video] }))
}

/** Says which requests never get through. */
export type Cut = (request: HttpRequest) => boolean

export const cutAtSecondChunk: Cut = ({ headers }) => headers?.['content-range']?.startsWith(`bytes ${chunk}-`) ?? false
export const cutAllBytes: Cut = ({ method }) => method === 'PUT'

export async function openStage() {
  const directory = await mkdtemp(join(tmpdir(), 'youtube-'))
  const { desk, addresses, close } = await startSandbox({ lookalikes: [lookalike], directory, port: 0 })
  const { account, credentials } = lookalike.open(desk, NAME)
  const named = Object.entries(channel.addresses).map(([name, { variable }]) => [name, addresses[variable] ?? ''])
  const quiet = () => undefined
  const ranges: string[] = []
  const opened: number[] = []

  function call(checkpoints: Checkpoint[] = [], isCut: Cut = () => false): Call {
    return {
      account,
      credentials,
      addresses: Object.fromEntries(named),
      http: async (request) => {
        if (request.method === 'PUT') ranges.push(request.headers?.['content-range'] ?? '')
        if (isCut(request)) throw new HttpFailure('cut', { mayHaveArrived: true, code: 'ECONNRESET' })
        return http(request)
      },
      now: desk.now,
      log: { info: quiet, warn: quiet, error: quiet },
      signal: new AbortController().signal,
      ease: async () => undefined,
      spend: spendFrom(new Map()),
      checkpoint: async (step, data = null) => {
        checkpoints.push({ attempt: 1, step, at: desk.now().toISOString(), data })
      },
      checkpoints,
      open: async (_media, from = 0) => {
        opened.push(from)
        return new Blob([bytes.slice(from)]).stream()
      },
    }
  }
  return {
    desk,
    call,
    /** After hours in which the old one ran out. */
    freshToken: () => ({ credentials: lookalike.open(desk, NAME).credentials }),
    /** Of every PUT so far. */
    ranges,
    /** The offsets at which the file was opened. */
    opened,
    videos: () => desk.records.list<VideoRecord>(VIDEOS),
    loseAnswer: () =>
      desk.faults.add({ platform: 'youtube', call: 'videos.insert.finish', fault: 'accept-then-drop', times: 1 }),
    /** From now on every open session answers 404. */
    expireSessions: () => {
      for (const { id } of desk.records.list<Session>(SESSIONS)) desk.records.put(SESSIONS, id, null)
    },
    close: async () => {
      await close()
      await rm(directory, { recursive: true, force: true })
    },
  }
}

export type Stage = Awaited<ReturnType<typeof openStage>>
