/** What the engine would give a driver, with everything it does written down. */
import { ARMED, type Call, type Channel, type Checkpoint, type DraftMedia } from '@/channels/contract'
import { http } from '@/platform/http'
import { HttpFailure } from '@/platform/http/contract'
import type { SampleFiles } from './items'
import type { RunningPlatform } from './platforms'

export type RecordedCall = {
  call: Call
  checkpoints: Checkpoint[]
  /** Log lines as they would be printed. */
  lines: string[]
  /** How many texts the platform had taken at each `ARMED`. */
  textsWhenArmed: number[]
  /** Until when the driver wants the channel left alone. */
  eased: Date[]
  /** Methods and paths of the requests made through `call.http`, in order. */
  requests: string[]
}

export type CallSettings = {
  channel: Pick<Channel, 'addresses'>
  platform: RunningPlatform
  files: SampleFiles
  /** Of earlier attempts. */
  earlier?: readonly Checkpoint[]
  /** Thrown by `checkpoint(ARMED)`: the lease is lost. */
  leaseLost?: Error
  signal?: AbortSignal
  /** The worker is gone right after the checkpoint of this number was written. */
  diesAfter?: number
  /** The answer to the request of this number never comes, though the platform has done what it asked. */
  losesAnswer?: number
  /** Shared by calls that draw on the same budgets. */
  budgets?: Map<string, number>
  /** Instead of the platform's own, for a platform that is not there at all. */
  addresses?: Record<string, string>
}

export function recordCall({ channel, platform, files, earlier = [], ...settings }: CallSettings): RecordedCall {
  const checkpoints: Checkpoint[] = []
  const lines: string[] = []
  const textsWhenArmed: number[] = []
  const eased: Date[] = []
  const requests: string[] = []
  const attempt = Math.max(0, ...earlier.map((checkpoint) => checkpoint.attempt)) + 1
  const note = (fields: Record<string, unknown>, message: string) => lines.push(JSON.stringify({ ...fields, message }))
  const call: Call = {
    account: platform.account,
    credentials: platform.credentials,
    addresses: settings.addresses ?? namedAddresses(channel, platform),
    http: async (request) => {
      const place = requests.push(`${request.method} ${new URL(request.url).pathname}`) - 1
      const answer = await http(request)
      if (place !== settings.losesAnswer) return answer
      throw new HttpFailure('the answer was lost', { mayHaveArrived: true, code: 'ECONNRESET' })
    },
    now: platform.now,
    log: { info: note, warn: note, error: note },
    signal: settings.signal ?? new AbortController().signal,
    checkpoint: async (step, data = null) => {
      if (step === ARMED && settings.leaseLost) throw settings.leaseLost
      if (step === ARMED) textsWhenArmed.push((await platform.texts()).length)
      const at = platform.now().toISOString()
      checkpoints.push({ attempt, step, at, data: JSON.parse(JSON.stringify(data)) })
      if (checkpoints.length - 1 === settings.diesAfter) throw new Error(`killed after ${step}`)
    },
    get checkpoints() {
      return [...earlier, ...checkpoints]
    },
    ease: async (until) => void eased.push(until),
    spend: spendFrom(settings.budgets ?? new Map()),
    open: async (media: DraftMedia, from = 0) => new Blob([bytesOf(files, media).slice(from)]).stream(),
  }
  return { call, checkpoints, lines, textsWhenArmed, eased, requests }
}

/** The rule of the engine's budgets over a map. */
export function spendFrom(budgets: Map<string, number>): Call['spend'] {
  return async ({ name, owner, window, limit, cost }) => {
    const key = [name, owner, window].join('|')
    const used = (budgets.get(key) ?? 0) + cost
    if (used > limit) return null
    budgets.set(key, used)
    return limit - used
  }
}

export function namedAddresses(channel: Pick<Channel, 'addresses'>, platform: RunningPlatform): Record<string, string> {
  return Object.fromEntries(
    Object.entries(channel.addresses).map(([name, { variable }]) => [name, platform.addresses[variable] ?? '']),
  )
}

function bytesOf(files: SampleFiles, { sha256 }: DraftMedia): Uint8Array<ArrayBuffer> {
  const bytes = files.bytes.get(sha256)
  if (!bytes) throw new Error(`no file with checksum ${sha256}`)
  return bytes
}
