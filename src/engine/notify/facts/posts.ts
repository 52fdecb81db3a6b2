import type { Problem } from '@/channels/contract'
import { addSeconds } from '@/platform/clock'
import type { Engine } from '../..'
import type { Publication } from '../../rows'
import type { Fact, Detail } from '.'
import type { NoticeChannel } from './channels'

/** The newest; a digest counts them all the same, and what stays beyond is on the truth page. */
const MOST_POSTS = 1000

const UNKNOWN_SECONDS = 15 * 60
const PREFLIGHT_SECONDS = 3600

type Troubled = Pick<
  Publication,
  'id' | 'title' | 'state' | 'channel' | 'organization' | 'heldBecause' | 'armedAt' | 'revision'
> & { heldMessage: string | null; failureMessage: string | null; updatedAt: Date; preflightProblems: Problem[] | null }

const fields = ['title', 'state', 'channel', 'organization', 'revision']

export async function postFacts(
  engine: Engine,
  channels: readonly NoticeChannel[],
): Promise<{ facts: Fact[]; isWhole: boolean }> {
  const names = new Map(channels.map(({ id, name }) => [id, name]))
  const [troubled, doubtful] = [await readTroubled(engine), await readDoubtful(engine)]
  const lost = addSeconds(engine.now(), -UNKNOWN_SECONDS)
  return {
    facts: [
      ...troubled.flatMap((post) => factOf(post, { place: names.get(post.channel), lost })),
      ...doubtful.map((post) => preflight(post, names.get(post.channel))),
    ],
    isWhole: troubled.length < MOST_POSTS,
  }
}

function readTroubled({ rows }: Engine): Promise<Troubled[]> {
  return rows.find<Troubled & Publication>('publications', {
    where: { state: { in: ['held', 'failed', 'unknown'] } },
    select: [...fields, 'heldBecause', 'heldMessage', 'failureMessage', 'armedAt', 'updatedAt'],
    sort: '-updatedAt',
    limit: MOST_POSTS,
  })
}

/** Looked at before their hour, with something found. */
async function readDoubtful({ rows, now }: Engine): Promise<Troubled[]> {
  const found = await rows.find<Troubled & Publication>('publications', {
    where: {
      state: 'scheduled',
      wakeAt: { atMost: addSeconds(now(), PREFLIGHT_SECONDS) },
      preflightAt: { above: addSeconds(now(), -PREFLIGHT_SECONDS) },
    },
    select: [...fields, 'preflightProblems'],
    limit: MOST_POSTS,
  })
  return found.filter(({ preflightProblems }) => (preflightProblems ?? []).length > 0)
}

function factOf(post: Troubled, { place, lost }: { place: string | undefined; lost: Date }): Fact[] {
  const { state, heldBecause, heldMessage, failureMessage, channel, organization } = post
  if (state === 'held' && heldBecause === 'late')
    return [make(post, { kind: 'late', cause: 'late', group: organization, place, reason: heldMessage })]
  if (state === 'held') {
    const cause = heldBecause ?? 'unnamed'
    return [make(post, { kind: 'held', cause, group: `${cause}|${channel}`, place, reason: heldMessage })]
  }
  if (state === 'failed')
    // Corrected, sent and refused again is a new matter.
    return [make(post, { kind: 'failed', cause: `${post.revision}`, group: channel, place, reason: failureMessage })]
  const since = post.armedAt ?? post.updatedAt
  return since > lost ? [] : [make(post, { kind: 'unknown', cause: 'unknown', group: channel, place, reason: null })]
}

function preflight(post: Troubled, place: string | undefined): Fact {
  const reason = (post.preflightProblems ?? []).map(({ message }) => message).join(' ')
  return make(post, { kind: 'preflight', cause: `${post.revision}`, group: post.channel, place, reason })
}

type Trouble = {
  kind: Fact['kind']
  cause: string
  group: string
  place: string | undefined
  reason: string | null
}

function make({ id, title, organization }: Troubled, { kind, cause, group, place, reason }: Trouble): Fact {
  const detail: Detail = { title, link: `/admin/collections/publications/${id}` }
  if (place) detail.place = place
  if (reason) detail.reason = reason
  return { key: `${kind}|publications:${id}|${cause}`, kind, group: `${kind}|${group}`, organization, detail }
}
