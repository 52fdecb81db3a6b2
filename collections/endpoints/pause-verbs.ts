/** Stopping everything, or an organization with those below it, and going on. */
import type { Endpoint, PayloadRequest } from 'payload'
import { type Engine, engineOf } from '@/engine'
import type { Actor } from '@/engine/audit'
import { pauseEverything, pauseOrganization, resumeEverything, resumeOrganization } from '@/engine/channel/pause'
import { actorOf } from '@/engine/desk/actor'
import { Refusal } from '@/platform/errors'
import { bodyOf, idIn, post, requireDuty, requirePerson, signerOf, textIn } from './answer'

/** Over everything; only those who answer for the whole system. */
export const switchEndpoints: Endpoint[] = [
  post('/pause', async (request) => {
    const actor = requireSystemAdmin(request)
    await pauseEverything(engineOf(request.payload), { because: textIn(await bodyOf(request), 'because'), actor })
    return { paused: true }
  }),
  post('/resume', async (request) => {
    await resumeEverything(engineOf(request.payload), requireSystemAdmin(request))
    return { paused: false }
  }),
]

/** Under `/api/organizations`. */
export const organizationEndpoints: Endpoint[] = [
  post('/:id/pause', async (request) => {
    const { engine, id, actor } = await guardOrganization(request)
    await pauseOrganization(engine, id, { because: textIn(await bodyOf(request), 'because'), actor })
    return { id, paused: true }
  }),
  post('/:id/resume', async (request) => {
    const { engine, id, actor } = await guardOrganization(request)
    await resumeOrganization(engine, id, actor)
    return { id, paused: false }
  }),
]

function requireSystemAdmin(request: PayloadRequest): Actor {
  const person = requirePerson(request)
  if (!person.systemAdmin)
    throw new Refusal('not_allowed', 'Chỉ quản trị hệ thống được tạm dừng hoặc mở lại toàn bộ.', 403)
  return actorOf(signerOf(person, ''))
}

/** @throws Refusal 404 for one that the person may not even see */
async function guardOrganization(request: PayloadRequest): Promise<{ engine: Engine; id: string; actor: Actor }> {
  const person = requirePerson(request)
  const id = idIn(request)
  const seen = await request.payload.findByID({
    collection: 'organizations',
    id,
    depth: 0,
    disableErrors: true,
    overrideAccess: false,
    req: request,
  })
  if (!seen) throw new Refusal('organization_not_found', 'Không tìm thấy cơ quan này.', 404)
  requireDuty(person, 'connect', id)
  return { engine: engineOf(request.payload), id, actor: actorOf(signerOf(person, id)) }
}
