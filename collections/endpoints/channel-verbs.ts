import type { Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'
import { memberOf } from '@/access/roles'
import { type Engine, engineOf } from '@/engine'
import { type Actor, appendAudit } from '@/engine/audit'
import { checkChannel } from '@/engine/channel/check'
import { confirmChannel } from '@/engine/channel/confirm'
import { pauseChannel, resumeChannel } from '@/engine/channel/pause'
import { probeChannel } from '@/engine/channel/probe'
import { actorOf } from '@/engine/desk/actor'
import { findChannel } from '@/engine/desk/read-content'
import type { ChannelRow } from '@/engine/rows'
import { Refusal } from '@/platform/errors'
import { bodyOf, idIn, parsedBody, post, requirePerson, requireDuty, signerOf, textIn } from './answer'
import { connectEndpoints } from './connect-verbs'

type Target = { engine: Engine; channel: ChannelRow; actor: Actor; isLeader: boolean }

/** The account that the person saw and means. */
const confirmation = z.strictObject({ account: z.string().optional() })

export const channelEndpoints: Endpoint[] = [
  ...connectEndpoints,
  post('/:id/check', async (request) => {
    const { engine, channel, actor } = await guardChannel(request)
    return summary(await checkChannel(engine, channel, actor))
  }),
  post('/:id/pause', async (request) => {
    const { engine, channel, actor } = await guardChannel(request)
    await pauseChannel(engine, channel, { because: textIn(await bodyOf(request), 'because'), actor })
    return { id: channel.id, state: 'paused' }
  }),
  post('/:id/resume', async (request) => {
    const { engine, channel, actor } = await guardChannel(request)
    const { state } = await resumeChannel(engine, channel, actor)
    return { id: channel.id, state }
  }),
  post('/:id/confirm', async (request) => {
    const { engine, channel, actor } = await guardChannel(request)
    const { account } = await parsedBody(request, confirmation)
    return summary(await confirmChannel(engine, channel, { account: account ?? null, actor }))
  }),
  post('/:id/probe', async (request) => {
    const { engine, channel, actor } = await guardChannel(request)
    await probeChannel(engine, channel, actor)
    return { id: channel.id, probed: true }
  }),
  post('/:id/accept-legal-note', async (request) => acceptLegalNote(await guardChannel(request))),
]

async function acceptLegalNote({ engine, channel, actor, isLeader }: Target): Promise<Record<string, unknown>> {
  if (!isLeader) throw new Refusal('not_allowed', 'Chỉ lãnh đạo được xác nhận lưu ý pháp lý.', 403)
  await engine.rows.update('channels', { id: channel.id }, { legalNoteAcceptedBy: actor.id })
  await appendAudit(engine, {
    action: 'legal-note-accepted',
    subject: `channels:${channel.id}`,
    organization: channel.organization,
    actor,
    detail: null,
  })
  return { id: channel.id, accepted: true }
}

async function guardChannel(request: PayloadRequest): Promise<Target> {
  const person = requirePerson(request)
  const engine = engineOf(request.payload)
  const channel = await findChannel(engine, idIn(request))
  if (!person.systemAdmin && !memberOf(person).includes(channel.organization))
    throw new Refusal('channel_not_found', 'Không tìm thấy kênh này.', 404)
  requireDuty(person, 'connect', channel.organization)
  const signer = signerOf(person, channel.organization)
  return { engine, channel, actor: actorOf(signer), isLeader: signer.roles.includes('leader') }
}

function summary({ id, state, identity, problem, profile, confirmedAt }: ChannelRow): Record<string, unknown> {
  return { id, state, identity, problem, profile, isConfirmed: Boolean(confirmedAt) }
}
