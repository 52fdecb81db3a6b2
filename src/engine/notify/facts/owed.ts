import { DateTime } from 'luxon'
import { addSeconds } from '@/platform/clock'
import type { Engine } from '../..'
import { type OwedCorrection, readOwed, type StuckRecall } from '../../truth/owed'
import type { Fact } from '.'
import type { NoticeChannel } from './channels'

/** While there is time to put it right. */
const SOON_SECONDS = 4 * 3600

export async function owedFacts(engine: Engine, channels: readonly NoticeChannel[]): Promise<Fact[]> {
  const names = new Map(channels.map(({ id, name }) => [id, name]))
  const { recalls, corrections } = await readOwed(engine, 'everything')
  return [
    ...recalls.map((post) => ofRecall(post, names.get(post.channel))),
    ...corrections.flatMap((correction) => ofCorrection(engine, correction)),
  ]
}

function ofRecall({ id, title, organization, stage, message }: StuckRecall, place: string | undefined): Fact {
  const detail = {
    title,
    ...(place ? { place } : {}),
    ...(message ? { reason: message } : {}),
    link: `/admin/collections/publications/${id}`,
  }
  return {
    key: `recall|publications:${id}|${stage}`,
    kind: 'recall',
    group: `recall|${organization}`,
    organization,
    detail,
  }
}

/** Once before its hour and once after it. */
function ofCorrection({ now, zone }: Engine, correction: OwedCorrection): Fact[] {
  const { id, title, organization, link, dueAt, isLate } = correction
  if (dueAt > addSeconds(now(), SOON_SECONDS)) return []
  const hour = DateTime.fromJSDate(dueAt, { zone }).toFormat('HH:mm dd/MM')
  const detail = { title, reason: isLate ? `đã quá hạn ${hour}` : `hạn ${hour}`, link }
  const key = `correction|corrections:${id}|${isLate ? 'late' : 'soon'}`
  return [{ key, kind: 'correction', group: `correction|${organization}`, organization, detail }]
}
