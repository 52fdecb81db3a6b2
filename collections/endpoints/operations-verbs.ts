/** How the publishing stands, and what a person has been told. */
import type { Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'
import { idOf, organizationsFor, type Person } from '@/access/roles'
import { engineOf } from '@/engine'
import { markAllRead, markRead, readUnread } from '@/engine/notify/read'
import { readTruth, type Scope } from '@/engine/truth'
import { Refusal } from '@/platform/errors'
import { bodyOf, get, idIn, post, requirePerson } from './answer'

export const operationsEndpoints: Endpoint[] = [
  get('/operations/truth', async (request) => readTruth(engineOf(request.payload), scopeOf(requirePerson(request)))),
]

/** Under `/api/notifications`. */
export const notificationEndpoints: Endpoint[] = [
  get('/unread', async (request) => readUnread(engineOf(request.payload), requirePerson(request).id)),
  post('/read-all', async (request) => {
    const person = requirePerson(request)
    const until = await untilIn(request)
    return { read: await markAllRead(engineOf(request.payload), person.id, until) }
  }),
  post('/:id/read', async (request) => {
    const person = requirePerson(request)
    const id = await ownNotification(request, person)
    await markRead(engineOf(request.payload), person.id, id)
    return { id, read: true }
  }),
]

/** @throws Refusal 403 for somebody whose duty it nowhere is */
function scopeOf(person: Person): Scope {
  if (person.systemAdmin) return 'everything'
  const organizations = organizationsFor(person, 'oversee')
  if (organizations.length > 0) return { organizations }
  throw new Refusal(
    'not_allowed',
    'Trang vận hành dành cho người đăng, quản trị kênh, lãnh đạo, kiểm tra và quản trị hệ thống.',
    403,
  )
}

const untilBody = z.strictObject({ until: z.iso.datetime({ offset: true }).optional() })

/** @throws Refusal 422 */
async function untilIn(request: PayloadRequest): Promise<Date> {
  const parsed = untilBody.safeParse(await bodyOf(request))
  if (!parsed.success)
    throw new Refusal('until_invalid', '“until” phải là một thời điểm có múi giờ, ví dụ 2026-11-26T08:00:00+07:00.')
  const now = engineOf(request.payload).now()
  return parsed.data.until ? new Date(parsed.data.until) : now
}

/** Read through Payload, which takes an id that no row of this database could have for one that is not there. @throws Refusal 404 */
async function ownNotification(request: PayloadRequest, person: Person): Promise<string> {
  const id = idIn(request)
  const known = await request.payload.findByID({
    collection: 'notifications',
    id,
    depth: 0,
    disableErrors: true,
    overrideAccess: true,
    select: { person: true },
  })
  if (!known?.person || idOf(known.person) !== person.id)
    throw new Refusal('not_found', 'Không tìm thấy thông báo này.', 404)
  return id
}
