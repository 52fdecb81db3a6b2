/** A file too large for memory, by every driver that sends one: the memory of the sender, then a kill -9 in the middle. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { channelOf } from '@/channels/registry'
import { startLookalikes, type Lookalikes } from '../lookalikes'
import { drawCurve } from '../memory'
import { print } from '../table'
import { openProxy } from './proxy'
import { send, sendAndKill, type Sent } from './run'
import type { Sending } from './sender'

const GOAL_MEGABYTES = 150

type Case = { name: string; platform: string; options: Record<string, string> }

/** A way of sending that a driver does not have is not among its options. */
const cases: readonly Case[] = [
  { name: 'youtube', platform: 'youtube', options: {} },
  { name: 'facebook video', platform: 'facebook', options: { presentation: 'video' } },
  { name: 'facebook reel', platform: 'facebook', options: { presentation: 'reel' } },
]

type Figures = { name: string; whole: Sent; idle: number; lookalike: number; resumed: Sent; killedAt: number }

export async function benchUpload(megabytes: number): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'lan-toa-upload-'))
  const source = await makeFile(join(directory, 'film.mp4'), megabytes * 1024 * 1024)
  const figures: Figures[] = []
  for (const one of cases.filter(({ platform, options }) => channelOf(platform).options.safeParse(options).success))
    figures.push(await measure(one, { ...source, directory }))
  await rm(directory, { recursive: true, force: true })
  report(figures, source.bytes)
}

type Source = { file: string; bytes: number; sha256: string }

/** The head of an MP4 and nothing behind it: a file with holes is read at the speed of memory. */
async function makeFile(file: string, bytes: number): Promise<Source> {
  const handle = await open(file, 'w')
  await handle.write(Buffer.from('\0\0\0\x18ftypmp42\0\0\0\0mp42isom', 'latin1'))
  await handle.truncate(bytes)
  await handle.close()
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer)
  return { file, bytes, sha256: hash.digest('hex') }
}

async function measure(one: Case, source: Source & { directory: string }): Promise<Figures> {
  const lookalikes = await startLookalikes()
  const whole = await prepare(one, lookalikes, { ...source, round: 'whole' })
  const sent = await send(whole.sending, whole.proxy, lookalikes.child.pid)
  const killed = await prepare(one, lookalikes, { ...source, round: 'killed' })
  const killedAt = await sendAndKill(killed.sending, killed.proxy, source.bytes / 2)
  const resumed = await send(killed.sending, killed.proxy, lookalikes.child.pid)
  await assertWhole(lookalikes, source)
  await lookalikes.close()
  return { name: one.name, whole: sent, idle: sent.idle, lookalike: sent.lookalike, resumed, killedAt }
}

async function prepare(
  { name, platform, options }: Case,
  lookalikes: Lookalikes,
  source: Source & { directory: string; round: string },
) {
  const opened = (await lookalikes.ask('/_open', { platform, name: `${name} ${source.round}` })) as Pick<
    Sending,
    'account' | 'credentials'
  >
  const proxy = await openProxy(lookalikes.origin)
  const addresses = Object.entries(lookalikes.addresses).map(([variable, address]) => [
    variable,
    address.replace(lookalikes.origin, proxy.origin),
  ])
  const { account, credentials } = opened
  const { directory, round, ...file } = source
  const checkpoints = join(directory, `${platform}-${name}-${round}.jsonl`)
  const sending: Sending = {
    platform,
    options,
    account,
    credentials,
    addresses: Object.fromEntries(addresses),
    ...file,
    checkpoints,
  }
  return { sending, proxy }
}

/** @throws Error when the look-alike holds another file than was sent. */
async function assertWhole({ origin }: Lookalikes, { sha256, bytes }: Source): Promise<void> {
  const answer = await fetch(`${origin}/_files/${sha256}`, { method: 'HEAD' })
  if (Number(answer.headers.get('content-length')) !== bytes)
    throw new Error(`the file did not arrive whole (${answer.status})`)
}

function report(figures: readonly Figures[], bytes: number): void {
  const size = bytes / 1024 / 1024
  const megabytes = (value: number) => `${value.toFixed(0)} MB`
  const above = ({ whole, idle }: Figures) => whole.peak - idle
  process.stdout.write(`One file of ${megabytes(size)} (goal: at most ${GOAL_MEGABYTES} MB above the idle process)\n`)
  print([
    ['', ...figures.map(({ name }) => name)],
    ...(
      [
        ['sent at', ({ whole }) => `${((size * 1000) / whole.milliseconds).toFixed(0)} MB/s`],
        ['sender, idle', ({ idle }) => megabytes(idle)],
        ['sender, peak above idle', (one) => `${megabytes(above(one))}${above(one) <= GOAL_MEGABYTES ? '' : ' !'}`],
        ['sender, peak above idle after the kill', (one) => megabytes(one.resumed.peak - one.resumed.idle)],
        ['look-alike, peak above idle', ({ lookalike }) => megabytes(lookalike)],
        ['killed (kill -9) after', ({ killedAt }) => megabytes(killedAt / 1024 / 1024)],
        ['sent twice', ({ resumed }) => `${((resumed.sent - bytes) / 1024 / 1024).toFixed(1)} MB`],
      ] satisfies [string, (one: Figures) => string][]
    ).map(([name, show]) => [name, ...figures.map(show)]),
  ])
  for (const { name, whole, idle } of figures)
    process.stdout.write(`${name.padEnd(16)}${drawCurve(whole.samples, idle + GOAL_MEGABYTES)}\n`)
  process.stdout.write(`${' '.repeat(16)}memory of the sender over the upload; a full bar is the goal\n\n`)
}
