/** What readers are owed: posts that should be down and are still up, corrections that do not stand everywhere yet. */
import type { Engine } from '..'
import { type CorrectionRow, openCorrections } from '../desk/correction/row'
import type { Publication } from '../rows'
import { type Scope, within } from './scope'

/** The system does not get on with it alone. */
export type StuckRecall = {
  id: string
  title: string
  channel: string
  organization: string
  stage: 'by-hand' | 'failed'
  message: string | null
  since: Date | null
}

export type OwedCorrection = {
  id: string
  /** Of the wrong item. */
  title: string
  organization: string
  /** Path of the admin: the article that puts it right, or the wrong item while that is being written. */
  link: string
  dueAt: Date
  isLate: boolean
}

export type Owed = { recalls: StuckRecall[]; corrections: OwedCorrection[] }

const MOST = 200

export async function readOwed(engine: Engine, scope: Scope): Promise<Owed> {
  const [recalls, corrections] = [await readStuckRecalls(engine, scope), await openCorrections(engine, within(scope))]
  return { recalls, corrections: corrections.slice(0, MOST).map((row) => describeCorrection(row, engine.now())) }
}

async function readStuckRecalls({ rows }: Engine, scope: Scope): Promise<StuckRecall[]> {
  const found = await rows.find<Publication & { recallMessage: string | null }>('publications', {
    where: { ...within(scope), recallStage: { in: ['by-hand', 'failed'] } },
    select: ['title', 'channel', 'organization', 'recallStage', 'recallMessage', 'recalledAt'],
    sort: '-recalledAt',
    limit: MOST,
  })
  return found.map(({ id, title, channel, organization, recallStage, recallMessage, recalledAt }) => ({
    id,
    title,
    channel,
    organization,
    stage: recallStage === 'failed' ? 'failed' : 'by-hand',
    message: recallMessage,
    since: recalledAt,
  }))
}

function describeCorrection(row: CorrectionRow, now: Date): OwedCorrection {
  const { id, wrongTitle, organization, correctionId, wrongKind, wrongId, dueAt } = row
  const link = correctionId ? `articles/${correctionId}` : `${wrongKind}/${wrongId}`
  return { id, title: wrongTitle, organization, link: `/admin/collections/${link}`, dueAt, isLate: now > dueAt }
}
