/** What each place would get of the working copy, before anybody approves anything. */
import { z } from 'zod'
import type { Draft, DraftMedia, Kind, Look, Problem } from '@/channels/contract'
import { channelOf, platforms } from '@/channels/registry'
import { Refusal } from '@/platform/errors'
import type { Engine } from '../..'
import type { ChannelRow, Publication } from '../../rows'
import { linkOf } from '../plan/freeze'
import type { Place } from '../item'
import { draftFor, problemsOfMedia } from '../item/draft'
import { type DeskDocument, findChannel, publicationsOf, readContent } from '../read-content'
import { countTexts, type TextCount } from './counts'

export type Preview = {
  platform: string
  label: string
  look: Look
  /** Null where the organization has no channel of the platform yet. */
  channel: { id: string; name: string } | null
  publication: string | null
  draft: { title: string; text: string; marker: string; media: Omit<DraftMedia, 'sha256'>[] } | null
  counts: TextCount[]
  problems: Problem[]
}

const wish = z.strictObject({
  platforms: z
    .array(z.enum(platforms as [string, ...string[]]))
    .min(1)
    .optional(),
  channels: z.array(z.string().min(1)).min(1).max(50).optional(),
})

const plain: Look = { shape: 'post', colour: '#555555' }

type Seat = { platform: string; channel: ChannelRow | null; publication: Publication | null }

/** As long as a real code, for what has not been planned yet. */
const SAMPLE_CODE = 'xxxxxxxxxx'

/** Neither platforms nor channels named: every platform there is. @throws Refusal 400, 404 */
export async function inspectContent(
  engine: Engine,
  { kind, id, body }: { kind: Kind; id: string; body: unknown },
): Promise<{ version: string; places: Preview[] }> {
  const parsed = wish.safeParse(body)
  if (!parsed.success)
    throw new Refusal(
      'body_invalid',
      `Cần platforms (trong ${platforms.join(', ')}) hoặc channels, hoặc để trống.`,
      400,
    )
  const document = await readContent(engine, kind, id)
  const planned = (await publicationsOf(engine, kind, id)).filter(
    ({ state }) => state !== 'cancelled' && state !== 'withdrawn',
  )
  const seats = parsed.data.channels
    ? await seatsOfChannels(engine, parsed.data.channels, { document, planned })
    : await seatsOfPlatforms(engine, parsed.data.platforms ?? platforms, { document, planned })
  return { version: document.contentHash, places: seats.map((seat) => previewAt(engine, { kind, document, seat })) }
}

type Known = { document: DeskDocument; planned: Publication[] }

async function seatsOfChannels(engine: Engine, ids: readonly string[], { document, planned }: Known): Promise<Seat[]> {
  const seats: Seat[] = []
  for (const id of ids) {
    const channel = await findChannel(engine, id)
    if (channel.organization !== document.organization.id)
      throw new Refusal('channel_not_found', 'Không tìm thấy kênh này.', 404)
    const publication = planned.find((row) => row.channel === id) ?? null
    seats.push({ platform: channel.platform, channel, publication })
  }
  return seats
}

/** Where the item is planned, otherwise the organization's first channel that works, otherwise none. */
async function seatsOfPlatforms(
  { rows }: Engine,
  wanted: readonly string[],
  { document, planned }: Known,
): Promise<Seat[]> {
  const where = { organization: document.organization.id }
  const channels = await rows.find<ChannelRow>('channels', { where, sort: 'createdAt' })
  return wanted.flatMap((platform): Seat[] => {
    const own = channels.filter((channel) => channel.platform === platform)
    const taken = planned.filter((row) => row.platform === platform)
    if (taken.length > 0)
      return taken.map((publication) => ({
        platform,
        publication,
        channel: own.find(({ id }) => id === publication.channel) ?? null,
      }))
    return [{ platform, publication: null, channel: own.find(({ state }) => state === 'connected') ?? own[0] ?? null }]
  })
}

type Sitting = { kind: Kind; document: DeskDocument; seat: Seat }

function previewAt(engine: Engine, { kind, document, seat }: Sitting): Preview {
  const { platform, channel, publication } = seat
  const driver = channelOf(platform)
  const { draft, problems } = draftFor(kind, document, placeOf(engine, seat))
  return {
    platform,
    label: driver.label,
    look: driver.look ?? plain,
    channel: channel && { id: channel.id, name: channel.name },
    publication: publication?.id ?? null,
    draft: draft && shownOf(draft),
    counts: draft ? countTexts(driver, draft) : [],
    problems: [...problemsOfMedia(document), ...problems],
  }
}

function placeOf(engine: Engine, { platform, channel, publication }: Seat): Place {
  return {
    platform,
    publication: publication?.id ?? 'preview',
    link: linkOf(engine, publication?.trackedCode ?? SAMPLE_CODE),
    signature: channel?.signature ?? '',
  }
}

function shownOf({ title, text, marker, media }: Draft): Preview['draft'] {
  return { title, text, marker, media: media.map(({ sha256: _sha256, ...shown }) => shown) }
}
