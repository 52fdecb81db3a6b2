/** Those who sit at the desk during a chaos run: they look at the pages and decide, reconnect what asks for it, change their minds. */
import type { ChannelRow, Publication } from '@/engine/rows'
import { lookalikes } from '@/sandbox'
import { markersOf } from '@/sandbox/desk/verdict'
import type { Stage } from '..'
import type { Random } from './random'

const AT_ONCE = 20

export type People = {
  /** Whatever waits for a decision, some of it at a time; how much was found. */
  decide(): Promise<number>
  reconnect(): Promise<void>
  changeTheirMinds(random: Random): Promise<void>
}

export async function openPeople(stage: Stage): Promise<People> {
  const { actOnPublication } = await import('@/engine/desk/publication/verbs')
  const { checkChannel } = await import('@/engine/channel/check')
  const { Refusal } = await import('@/platform/errors')
  const actor = { id: stage.leader, name: 'Trần Văn Lãnh' }
  const rows = () => stage.engine.rows

  /** A refusal is an answer: the row has moved on, or the platform does not answer now. */
  const tried = async (work: Promise<unknown>) => {
    await work.catch((cause: unknown) => {
      if (!(cause instanceof Refusal)) throw cause
    })
  }
  const act = (id: string, verb: 'send-now' | 'confirm' | 'cancel' | 'reschedule' | 'retry', body: unknown = {}) =>
    tried(actOnPublication(stage.engine, { id, verb, actor, body }))

  const answer = async (waiting: Publication) => {
    if (waiting.state === 'failed') return act(waiting.id, 'retry')
    if (['paused', 'channel-paused', 'channel-not-ready', 'channel-broken'].includes(waiting.heldBecause ?? ''))
      return undefined
    const url = await findOnPage(stage, waiting)
    return url ? act(waiting.id, 'confirm', { url }) : act(waiting.id, 'send-now')
  }
  return {
    async decide() {
      const where = { state: { in: ['held', 'failed'] } }
      const waiting = await rows().find<Publication>('publications', { where, limit: AT_ONCE, sort: 'dueAt' })
      for (const publication of waiting) await answer(publication)
      return waiting.length
    },
    async reconnect() {
      const broken = await rows().find<ChannelRow>('channels', { where: { state: 'attention' } })
      for (const channel of broken) await tried(checkChannel(stage.engine, channel, actor))
    },
    async changeTheirMinds(random) {
      const where = { state: random.pick(['scheduled', 'held', 'scheduled']) }
      const some = await rows().find<Publication>('publications', { where, limit: 50 })
      if (some.length === 0) return
      const { id } = random.pick(some)
      const dueAt = new Date(stage.clock.now().getTime() + random.whole(5, 120) * 1000).toISOString()
      await random.pick([
        () => act(id, 'reschedule', { dueAt }),
        () => act(id, 'send-now'),
        () => (random.next() < 0.2 ? act(id, 'cancel') : act(id, 'reschedule', { dueAt })),
      ])()
    },
  }
}

/** With their own eyes: the page itself, which no list and no delay of the platform's interface stands before. */
async function findOnPage(stage: Stage, { id, platform, trackedCode }: Publication): Promise<string | null> {
  if (platform === 'site') {
    const page = await stage.site.site.pages.findByPublication(id)
    return page?.state === 'live' ? `${stage.site.origin}/tin/${page.slug}` : null
  }
  const lookalike = lookalikes.find((candidate) => candidate.platform === platform)
  const wall = lookalike?.wall(stage.places.sandbox.desk) ?? []
  const post = wall.find((one) => one.state === 'visible' && markersOf(one).includes(trackedCode))
  return post ? `https://${platform}.example/${post.id}` : null
}
