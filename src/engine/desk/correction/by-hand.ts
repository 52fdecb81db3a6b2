/** A person has put the correction up where the system cannot. */
import { Refusal } from '@/platform/errors'
import type { Engine } from '../..'
import { type Actor, appendAudit } from '../../audit'
import type { Publication } from '../../rows'
import { readPublication } from '../../transition'
import { closeIfDone } from './close'
import { isByHand, wasSeen } from './places'
import { latestCorrection } from './row'

/** `id` is the publication of the wrong item. @throws Refusal 404, 409 where nothing is owed */
export async function tickCorrected(
  engine: Engine,
  id: string,
  { url, actor }: { url: string; actor: Actor },
): Promise<Publication> {
  const publication = await readPublication(engine, id)
  if (!publication) throw new Refusal('not_found', 'Không tìm thấy bài đăng này.', 404)
  const row = await latestCorrection(engine, publication.contentId)
  const isOwed = row !== null && row.closedAt === null && wasSeen(publication) && !isByHand(row, publication)
  const set = { correctedUrl: url, correctedAt: engine.now(), correctedBy: actor.name }
  const where = { id, correctedAt: publication['correctedAt'] as Date | null }
  const ticked = isOwed && (await engine.rows.update<Publication>('publications', where, set))
  if (!ticked) throw new Refusal('nothing_owed', 'Bài đăng này không còn nợ tin cải chính nào; hãy tải lại trang.', 409)
  await appendAudit(engine, {
    action: 'corrected-by-hand',
    subject: `publications:${id}`,
    organization: publication.organization,
    actor,
    detail: { url },
  })
  await closeIfDone(engine, row)
  return ticked
}
