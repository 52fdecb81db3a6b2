import type { Endpoint, PayloadRequest } from 'payload'
import { type Duty, idOf, may, type Person } from '@/access/roles'
import type { Kind } from '@/channels/contract'
import { engineOf } from '@/engine'
import { approveContent, returnContent, retractContent, submitContent } from '@/engine/desk/decide'
import { planPublications } from '@/engine/desk/plan'
import { inspectContent } from '@/engine/desk/preview'
import type { DeskDocument } from '@/engine/desk/read-content'
import { Refusal } from '@/platform/errors'
import { bodyOf, post, textIn } from './answer'
import { guardItem, type Target } from './guards'

/** `ownUnless`: only the item's writers, or those who hold that duty as well. */
type Guard = { kind: Kind; duty: Duty; ownUnless?: Duty }

/** submit, approve, return, retract, and the choice of channels and hours. */
export function contentEndpoints(kind: Kind): Endpoint[] {
  return [
    post('/:id/submit', async (request) => {
      const target = await guardContent(request, { kind, duty: 'write', ownUnless: 'edit' })
      return summary(await submitContent(engineOf(request.payload), target))
    }),
    post('/:id/approve', async (request) => {
      const target = await guardContent(request, { kind, duty: 'approve' })
      const version = textIn(await bodyOf(request), 'version')
      return summary(await approveContent(engineOf(request.payload), { ...target, version }))
    }),
    post('/:id/return', async (request) => {
      const target = await guardContent(request, { kind, duty: 'approve' })
      return summary(await returnContent(engineOf(request.payload), { ...target, ...(await reasonOf(request)) }))
    }),
    post('/:id/retract', async (request) => {
      const target = await guardContent(request, { kind, duty: 'withdraw' })
      return summary(await retractContent(engineOf(request.payload), { ...target, ...(await reasonOf(request)) }))
    }),
    post('/:id/publications', (request) => plan(request, kind)),
    post('/:id/inspect', (request) => inspect(request, kind)),
  ]
}

/** What every place would get: for whoever writes, without a word of approval. */
async function inspect(request: PayloadRequest, kind: Kind): Promise<Record<string, unknown>> {
  const { id } = await guardContent(request, { kind, duty: 'write' })
  return { id, ...(await inspectContent(engineOf(request.payload), { kind, id, body: await bodyOf(request) })) }
}

async function plan(request: PayloadRequest, kind: Kind): Promise<Record<string, unknown>> {
  const target = await guardContent(request, { kind, duty: 'schedule' })
  const body = await bodyOf(request)
  const publications = await planPublications(engineOf(request.payload), { ...target, request, body })
  return {
    publications: publications.map(({ id, channel, platform, dueAt, state }) => ({
      id,
      channel,
      platform,
      dueAt,
      state,
    })),
  }
}

async function reasonOf(request: PayloadRequest): Promise<{ reason: string }> {
  return { reason: textIn(await bodyOf(request), 'reason') }
}

async function guardContent(request: PayloadRequest, { kind, duty, ownUnless }: Guard): Promise<Target> {
  const { person, document, ...target } = await guardItem(request, kind, duty)
  const isOthers = ownUnless && !may(person, ownUnless, idOf(document.organization)) && !isWriter(document, person)
  if (isOthers) throw notTheirs
  return target
}

const notTheirs = new Refusal('not_allowed', 'Chỉ người viết bài hoặc biên tập viên được gửi duyệt bài này.', 403)

function isWriter({ createdBy, writers }: DeskDocument, { id }: Person): boolean {
  return [createdBy, ...(writers ?? [])].some((writer) => writer && idOf(writer) === id)
}

function summary({ id, approval }: DeskDocument): Record<string, unknown> {
  return { id, approval }
}
