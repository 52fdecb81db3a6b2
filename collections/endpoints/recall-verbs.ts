/** Taking an item back from everywhere, and putting a wrong one right. */
import type { Endpoint } from 'payload'
import { z } from 'zod'
import type { Kind } from '@/channels/contract'
import { engineOf } from '@/engine'
import { actorOf } from '@/engine/desk/actor'
import { draftCorrection } from '@/engine/desk/correction'
import { tickCorrected } from '@/engine/desk/correction/by-hand'
import { readCorrection } from '@/engine/desk/correction/report'
import { readRecallReport, recallContent } from '@/engine/desk/recall'
import { tickOff } from '@/engine/desk/recall/by-hand'
import { bodyOf, get, parsedBody, post, textIn } from './answer'
import { guardItem, guardPublication } from './guards'

/** Under each kind of content. */
export function recallEndpoints(kind: Kind): Endpoint[] {
  return [
    post('/:id/recall', async (request) => {
      const { id, signer } = await guardItem(request, kind, 'recall')
      const reason = textIn(await bodyOf(request), 'reason')
      const { document, ...report } = await recallContent(engineOf(request.payload), { kind, id, signer, reason })
      return { id, approval: document.approval, ...report }
    }),
    get('/:id/recall', async (request) => {
      const { id } = await guardItem(request, kind, null)
      return { id, ...(await readRecallReport(engineOf(request.payload), { kind, id })) }
    }),
    post('/:id/correction', async (request) => {
      const { id, signer } = await guardItem(request, kind, 'withdraw')
      return draftCorrection(engineOf(request.payload), { kind, id, signer, request, body: await bodyOf(request) })
    }),
    get('/:id/correction', async (request) => {
      const { id } = await guardItem(request, kind, null)
      return { id, report: await readCorrection(engineOf(request.payload), id) }
    }),
  ]
}

const proof = z.strictObject({ url: z.url({ protocol: /^https?$/ }) })

/** Under `/api/publications`: what a person did where the system cannot. */
export const byHandEndpoints: Endpoint[] = [
  post('/:id/withdrawn-by-hand', async (request) => {
    const { id, signer } = await guardPublication(request, 'withdraw')
    const { state } = await tickOff(engineOf(request.payload), id, actorOf(signer))
    return { id, state }
  }),
  post('/:id/corrected-by-hand', async (request) => {
    const { id, signer } = await guardPublication(request, 'withdraw')
    const { url } = await parsedBody(request, proof)
    await tickCorrected(engineOf(request.payload), id, { url, actor: actorOf(signer) })
    return { id, url }
  }),
]
