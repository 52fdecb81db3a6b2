import { setTimeout } from 'node:timers/promises'
import { createLocalReq } from 'payload'
import type { Engine } from '@/engine'
import { approveContent, submitContent } from '@/engine/desk/decide'
import { planPublications } from '@/engine/desk/plan'
import { publicationsOf, readContent } from '@/engine/desk/read-content'
import { addSeconds } from '@/platform/clock'
import { placesOf } from '../sample'
import type { Seeded } from './content'
import type { People } from './people'

const RENDER_SECONDS = 180

type Office = { people: People; channels: Readonly<Record<string, string>> }

/** The whole desk's day for one item: channels and hours chosen, submitted, approved by somebody else. */
export async function publishItem(engine: Engine, { kind, id }: Seeded, { people, channels }: Office): Promise<void> {
  const reporter = { id: people.byRole.reporter, name: 'Lê Thị Hoa', roles: ['reporter'] }
  const approver = { id: people.byRole.approver, name: 'Nguyễn Thị Mai', roles: ['approver'] }
  const publisher = { id: people.byRole.publisher, name: 'Phạm Quốc Dũng', roles: ['publisher'] }
  if ((await publicationsOf(engine, kind, id)).length === 0) {
    const dueAt = addSeconds(engine.now(), 5).toISOString()
    const items = placesOf[kind].map((platform) => ({ channel: channels[platform], dueAt }))
    const request = await createLocalReq({}, engine.payload)
    await planPublications(engine, { request, kind, id, signer: publisher, body: { items } })
  }
  const { approval } = await readContent(engine, kind, id)
  if (approval.state === 'draft') await submitContent(engine, { kind, id, signer: reporter })
  if (approval.state !== 'approved') await approveContent(engine, { kind, id, signer: approver })
}

/** The worker draws every platform's pictures; approval needs them. @throws Error when it takes too long */
export async function waitForRenditions({ rows }: Engine): Promise<void> {
  for (let second = 0; second < RENDER_SECONDS * 2; second += 1) {
    if ((await rows.count('media', { renditionState: 'pending' })) === 0) return
    await setTimeout(500)
  }
  throw new Error('the worker has not finished the pictures in time')
}
