import type { Problem } from '@/channels/contract'
import type { Engine } from '@/engine'
import { appendAudit, theSystem } from '@/engine/audit'
import { findStop } from '@/engine/channel/stops'
import { readChannel } from '@/engine/desk/read-content'
import type { ChannelRow, Publication } from '@/engine/rows'
import { decide } from '@/engine/send/decide'
import { holdSentences } from '@/engine/send/hold'
import { foresee, problemsBeforeSending } from '@/engine/send/inspect'
import { readPublication, wakeLater } from '@/engine/transition'
import type { Outcome } from '../runtime/definition'

/** Nothing is moved: what is wrong is written where the desk sees it, and the guard before the send asks again. */
export async function handle(engine: Engine, { publication: id }: { publication: string }): Promise<Outcome> {
  const publication = await readPublication(engine, id)
  if (publication?.state !== 'scheduled') return { skipped: 'not scheduled' }
  if (publication['preflightAt']) return { skipped: 'already done' }
  const channel = await readChannel(engine, publication.channel)
  const problems = [
    ...(await problemsAround(engine, publication, channel)),
    ...(await problemsBeforeSending(engine, publication, { isThorough: true })),
    ...foresee(publication, { dueAt: publication.dueAt, quotaLeft: channel.quotaLeft }),
  ]
  const set = { preflightAt: engine.now(), preflightProblems: problems.length > 0 ? problems : null }
  if (!(await wakeLater(engine, publication, set))) return { skipped: 'moved meanwhile' }
  if (problems.length > 0) await tell(engine, publication, problems)
  return { done: `${problems.length} problems` }
}

/** What the guard would say if the hour had come. */
async function problemsAround(engine: Engine, publication: Publication, channel: ChannelRow): Promise<Problem[]> {
  const stop = await findStop(engine, channel)
  const decision = decide(engine, { publication, channel, stop, dueAt: engine.now() })
  if (decision.do !== 'hold') return []
  return [{ code: decision.because.replaceAll('-', '_'), message: holdSentences[decision.because] }]
}

/** Where whoever answers for it learns about it. */
async function tell(engine: Engine, { id, organization }: Publication, problems: Problem[]): Promise<void> {
  const codes = problems.map(({ code }) => code)
  engine.log.warn({ publication: id, codes }, 'a publication will not go out as it is')
  await appendAudit(engine, {
    action: 'preflight-problems',
    subject: `publications:${id}`,
    organization,
    actor: theSystem,
    detail: { codes },
  })
}
