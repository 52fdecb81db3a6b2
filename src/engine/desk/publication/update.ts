/** A newer approved version takes the place of what is live. What was approved is what goes out, here too. */
import { type Channel, ChannelError, type Kind } from '@/channels/contract'
import { channelOf } from '@/channels/registry'
import { Refusal } from '@/platform/errors'
import { nextState } from '@/publishing/states'
import type { Engine } from '../..'
import { freshCredentials } from '../../credentials'
import type { Publication } from '../../rows'
import { bareCall } from '../../send/call'
import { transition } from '../../transition'
import { freeze, type Frozen } from '../plan/freeze'
import { type DeskDocument, readChannel, readContent } from '../read-content'
import { refuseTransition, refuseWith } from '../refusals'
import { liveOf } from './live'
import { giveBackLive, takeLive, withoutLease } from './live-lease'
import type { Act } from './verbs'

type Updating = Channel & { update: NonNullable<Channel['update']> }

/**
 * The platform first, then the row: changing a post to what it says already is no error, so a repeat is safe. One at a time,
 * so that an older version cannot arrive after a newer one.
 */
export async function update(act: Act): Promise<Publication> {
  const { engine, publication } = act
  nextState(publication.state, 'update')
  const driver = requireUpdate(channelOf(publication.platform))
  const taken = await take(engine, publication)
  try {
    return await updateTaken({ ...act, publication: taken }, driver)
  } finally {
    await giveBackLive(engine, taken)
  }
}

async function updateTaken({ engine, publication, actor }: Act, driver: Updating): Promise<Publication> {
  const document = await readApproved(engine, publication)
  const channel = await readChannel(engine, publication.channel)
  const frozen = freeze(engine, publication, { document, channel, version: document.contentHash })
  if ('problems' in frozen) throw refuseWith(frozen.problems)
  const credentials = await freshCredentials(engine, driver, channel)
  const call = bareCall(engine, { driver, channel, credentials })
  await send(driver, () => driver.update(liveOf(engine, publication), frozen.snapshot.draft, call))
  return transition(engine, publication, {
    event: 'update',
    set: {
      ...approvedBy(document, frozen),
      title: document.title,
      updatedLiveAt: engine.now(),
      ...withoutLease,
    },
    actor,
    detail: { hash: frozen.hash, version: document.contentHash },
  })
}

function approvedBy({ approval, contentHash }: DeskDocument, { snapshot, hash }: Frozen) {
  return {
    snapshot: snapshot as never,
    approvedHash: hash,
    contentVersion: contentHash,
    approvals: approval.decisions.filter(({ action }) => action === 'approved') as never,
  }
}

/** @throws Refusal 409 while the newest version is not signed, and when it is what is live already */
async function readApproved(engine: Engine, { contentKind, contentId, contentVersion }: Publication) {
  const document = await readContent(engine, contentKind as Kind, contentId)
  if (document.approval.state !== 'approved')
    throw new Refusal('not_approved', 'Bản mới chưa được duyệt; hãy duyệt xong rồi mới cập nhật bài đã đăng.', 409)
  if (document.contentHash === contentVersion)
    throw new Refusal('already_current', 'Bài trên nền tảng đã là bản mới nhất được duyệt.', 409)
  return document
}

function requireUpdate(driver: Channel): Updating {
  if (canUpdate(driver)) return driver
  throw cannotUpdate(`${driver.label} không cho sửa bài đã đăng.`)
}

function canUpdate(driver: Channel): driver is Updating {
  return driver.update !== undefined
}

/** What the platform refuses to change has to be taken down and published anew. */
async function send({ label }: Channel, change: () => Promise<void>): Promise<void> {
  try {
    await change()
  } catch (cause) {
    if (!(cause instanceof ChannelError) || cause.kind !== 'rejected') throw cause
    throw cannotUpdate(`${label} không nhận bản sửa: ${cause.message}`)
  }
}

function cannotUpdate(reason: string): Refusal {
  return new Refusal('cannot_update', `${reason} Nếu cần, hãy gỡ bài này rồi hẹn giờ đăng bản mới.`, 409)
}

/** @throws Refusal 409 when somebody else changes it at this moment */
async function take(engine: Engine, publication: Publication): Promise<Publication> {
  const taken = await takeLive(engine, publication)
  if (!taken) throw refuseTransition('published')
  return taken
}
