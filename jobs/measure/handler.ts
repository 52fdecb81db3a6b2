import { ChannelError, type Reading } from '@/channels/contract'
import { channelOf } from '@/channels/registry'
import type { Engine } from '@/engine'
import { freshCredentials } from '@/engine/credentials'
import { readChannel } from '@/engine/desk/read-content'
import type { ChannelRow, Publication } from '@/engine/rows'
import { bareCall } from '@/engine/send/call'
import { wakeLater } from '@/engine/transition'
import { addSeconds } from '@/platform/clock'
import { nextSampleAt } from '@/reach/schedule'
import type { Outcome } from '../runtime/definition'

/** Posts in one question to the platform. */
const BATCH = 25

const AGAIN_SECONDS = 15 * 60

export async function handle(engine: Engine, { channel: id }: { channel: string }): Promise<Outcome> {
  const due = await engine.rows.find<Publication>('publications', {
    where: { channel: id, state: 'published', wakeAt: { atMost: engine.now() } },
    sort: 'wakeAt',
    limit: BATCH,
  })
  if (due.length === 0) return { skipped: 'nothing due' }
  const channel = await readChannel(engine, id)
  try {
    const given = await ask(engine, channel, due)
    await store(engine, channel, [...given, ...clicksOf(due, given)])
    await Promise.all(due.map((publication) => planNext(engine, publication)))
    return { done: `${due.length} measured` }
  } catch (cause) {
    return askLater(engine, { due, cause })
  }
}

/** Also after a fault of ours: asking again every few seconds would only use up the platform's quota. */
async function askLater(engine: Engine, { due, cause }: { due: Publication[]; cause: unknown }): Promise<Outcome> {
  const failure = cause instanceof ChannelError ? cause : null
  if (!failure) engine.log.error({ err: cause }, 'could not measure')
  const wakeAt = addSeconds(engine.now(), failure?.retryAfter ?? AGAIN_SECONDS)
  await Promise.all(due.map((publication) => wakeLater(engine, publication, { wakeAt })))
  return { done: `later: ${failure?.kind ?? 'internal'}` }
}

async function ask(engine: Engine, channel: ChannelRow, due: Publication[]): Promise<Reading[]> {
  const driver = channelOf(channel.platform)
  const credentials = await freshCredentials(engine, driver, channel)
  const posts = due.map(({ id, remoteId, remoteUrl, publishedAt }) => ({
    publication: id,
    remoteId: remoteId ?? '',
    url: remoteUrl ?? '',
    publishedAt: publishedAt ?? engine.now(),
  }))
  const call = bareCall(engine, { driver, channel, credentials })
  return [...(await driver.measure(posts, call)), ...(await driver.audience(call))]
}

/** Of our own tracked links, where the platform counts none. */
function clicksOf(due: readonly Publication[], given: readonly Reading[]): Reading[] {
  const told = new Set(given.flatMap(({ metric, publication }) => (metric === 'clicks' ? [publication] : [])))
  const definition = 'tracked link opened, without known robots, aggregate'
  return due
    .filter(({ id }) => !told.has(id))
    .map(({ id, clicks }) => ({ publication: id, metric: 'clicks', value: clicks ?? 0, definition, apiVersion: '1' }))
}

async function store(engine: Engine, { id, organization }: ChannelRow, readings: Reading[]): Promise<void> {
  const takenAt = engine.now()
  const rows = readings.map(({ publication, metric, value, definition, apiVersion, ...rest }) => {
    const because = 'because' in rest ? rest.because : null
    return { publication, channel: id, organization, metric, value, because, definition, apiVersion, takenAt }
  })
  await engine.rows.insertAll('readings', rows)
}

async function planNext(engine: Engine, publication: Publication): Promise<void> {
  const samples = publication.samples + 1
  await wakeLater(engine, publication, {
    samples,
    wakeAt: nextSampleAt(publication.publishedAt ?? engine.now(), samples),
  })
}
