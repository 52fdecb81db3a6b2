/** A second witness that a send went out. It only ever makes us look, or stops a second send; the driver's own search decides. */
import type { NoticeEvent } from '@/channels/contract'
import type { State } from '@/publishing/states'
import type { Engine } from '../..'
import type { Publication } from '../../rows'
import { hold } from '../../send/hold'
import { wakeLater } from '../../transition'
import { codesIn } from '../links'
import type { Settled, Told } from '.'

type Appeared = Told<Extract<NoticeEvent, { kind: 'appeared' }>>

export async function appeared(engine: Engine, { notice, channel, event }: Appeared): Promise<Settled> {
  const codes = codesIn(event.text)
  if (codes.length === 0) return { state: 'ignored', outcome: 'no post of ours' }
  const where = { channel: channel.id, trackedCode: { in: codes } }
  const [publication] = await engine.rows.find<Publication>('publications', { where, limit: 1 })
  if (!publication) return { state: 'ignored', outcome: 'unknown post' }
  const witness = witnesses[publication.state]
  return witness
    ? witness(engine, publication, notice.at)
    : { state: 'ignored', outcome: `already ${publication.state}` }
}

type Witness = (engine: Engine, publication: Publication, at: Date) => Promise<Settled>

const witnesses: Readonly<Partial<Record<State, Witness>>> = {
  unknown: wakeSearch,
  sending: remember,
  processing: remember,
  scheduled: stopResend,
  held: tellWhoDecides,
}

async function wakeSearch(engine: Engine, publication: Publication, at: Date): Promise<Settled> {
  return settled(await wakeLater(engine, publication, { wakeAt: engine.now(), witnessedAt: at, absentSince: null }))
}

async function remember(engine: Engine, publication: Publication, at: Date): Promise<Settled> {
  return settled(await wakeLater(engine, publication, { witnessedAt: at }))
}

/** It was proven absent and waits to be sent again; the platform says otherwise. */
async function stopResend(engine: Engine, publication: Publication, at: Date): Promise<Settled> {
  if (publication.sends === 0) return { state: 'ignored', outcome: 'never sent by us' }
  if (!(await wakeLater(engine, publication, { witnessedAt: at }))) return settled(false)
  return settled((await hold(engine, publication, 'cannot-tell')) !== null)
}

const SEEN = 'Nền tảng vừa báo là bài đã lên. Hãy mở trang để lấy đường dẫn, rồi bấm Xác nhận đã lên.'

async function tellWhoDecides(engine: Engine, publication: Publication, at: Date): Promise<Settled> {
  if (publication.sends === 0) return { state: 'ignored', outcome: 'never sent by us' }
  return settled(await wakeLater(engine, publication, { witnessedAt: at, heldMessage: SEEN }))
}

function settled(isDone: boolean): Settled {
  return isDone ? { state: 'handled', outcome: 'witnessed' } : { state: 'waiting', outcome: 'moved meanwhile' }
}
