/** The desk's verbs on a content item: submit, approve, return, retract. */
import type { CollectionSlug } from 'payload'
import { type Answer, type Approval, approve, giveBack, retract, type Signer, type Step, submit } from '@/approval'
import type { Kind } from '@/channels/contract'
import { idOf } from '@/access/roles'
import { Refusal } from '@/platform/errors'
import type { Engine } from '..'
import { appendAudit } from '../audit'
import { voidPublications } from './publication/void'
import { actorOf } from './actor'
import { correctionIn, missingIn } from './item/correction'
import { type DeskDocument, publicationsOf, readContent } from './read-content'
import { refuseApproval, refuseVersion } from './refusals'
import { freezeAll, schedule } from './plan/schedule'

type Target = { kind: Kind; id: string; signer: Signer }

export async function submitContent(engine: Engine, { kind, id, signer }: Target): Promise<DeskDocument> {
  const document = await readContent(engine, kind, id)
  refuseIncomplete(document)
  const answer = submit({ approval: document.approval, signer, now: engine.now(), version: document.contentHash })
  return recordDecision(engine, { kind, document, signer, answer })
}

/** @throws Refusal 422 for a correction that does not say yet what it has to. */
function refuseIncomplete(document: DeskDocument): void {
  const correction = correctionIn(document)
  const missing = correction ? missingIn(correction) : []
  if (missing.length > 0)
    throw new Refusal(
      'correction_incomplete',
      `Tin cải chính còn thiếu ${missing.join(', ')}; hãy viết đủ rồi gửi duyệt.`,
    )
}

/**
 * The last step freezes and schedules every draft publication; repeated after a crash it schedules what was left. `version`
 * is the content hash that the signer has before their eyes: another one is not what they read.
 */
export async function approveContent(
  engine: Engine,
  { kind, id, signer, version }: Target & { version?: string },
): Promise<DeskDocument> {
  const document = await readContent(engine, kind, id)
  if (version && version !== document.contentHash) throw refuseVersion()
  const drafts = (await publicationsOf(engine, kind, id)).filter(({ state }) => state === 'draft')
  const approved =
    document.approval.state === 'approved' && drafts.length > 0
      ? document
      : await sign(engine, { kind, document, signer, drafts })
  if (approved.approval.state !== 'approved') return approved
  const frozen = await freezeAll(engine, approved, drafts)
  for (const publication of drafts) {
    const snapshot = frozen.get(publication.id)
    if (snapshot) await schedule(engine, publication, { frozen: snapshot, document: approved, actor: actorOf(signer) })
  }
  await takeBackIfOvertaken(engine, { kind, approved })
  return approved
}

/** An edit or a recall that came between the signature and the scheduling found nothing to take back yet. */
export async function takeBackIfOvertaken(
  engine: Engine,
  { kind, approved }: { kind: Kind; approved: DeskDocument },
): Promise<void> {
  const present = await readContent(engine, kind, approved.id)
  const isOvertaken = present.contentHash !== approved.contentHash || present.approval.state !== 'approved'
  if (isOvertaken) await voidPublications(engine, { kind, id: approved.id, by: null })
}

async function sign(
  engine: Engine,
  {
    kind,
    document,
    signer,
    drafts,
  }: { kind: Kind; document: DeskDocument; signer: Signer; drafts: Awaited<ReturnType<typeof publicationsOf>> },
): Promise<DeskDocument> {
  const writers = (document.writers ?? []).map(idOf)
  const steps = await stepsOf(engine, document.organization.id)
  const answer = approve({
    approval: document.approval,
    signer,
    now: engine.now(),
    version: document.contentHash,
    steps,
    writers,
  })
  if ('problem' in answer) throw refuseApproval(answer.problem)
  await freezeAll(engine, document, drafts)
  return recordDecision(engine, { kind, document, signer, answer })
}

export async function returnContent(
  engine: Engine,
  { kind, id, signer, reason }: Target & { reason: string },
): Promise<DeskDocument> {
  const document = await readContent(engine, kind, id)
  const answer = giveBack({
    approval: document.approval,
    signer,
    reason,
    now: engine.now(),
    version: document.contentHash,
  })
  return recordDecision(engine, { kind, document, signer, answer })
}

/** Nothing more goes out; what is live is withdrawn publication by publication. */
export async function retractContent(
  engine: Engine,
  { kind, id, signer, reason }: Target & { reason: string },
): Promise<DeskDocument> {
  const document = await readContent(engine, kind, id)
  const answer = retract({
    approval: document.approval,
    signer,
    reason,
    now: engine.now(),
    version: document.contentHash,
  })
  const retracted = await recordDecision(engine, { kind, document, signer, answer })
  await voidPublications(engine, { kind, id, by: signer.id })
  return retracted
}

export async function recordDecision(
  engine: Engine,
  { kind, document, signer, answer }: { kind: Kind; document: DeskDocument; signer: Signer; answer: Answer },
): Promise<DeskDocument> {
  if ('problem' in answer) throw refuseApproval(answer.problem)
  const isApproved = answer.approval.state === 'approved'
  await engine.payload.update({
    collection: kind as CollectionSlug,
    id: document.id,
    data: { approval: answer.approval, _status: isApproved ? 'published' : 'draft' } as never,
    draft: !isApproved,
    depth: 0,
    overrideAccess: true,
    context: {
      decidedUpon: document.contentHash,
      decidedAfter: document.approval.decisions.length,
      withoutLive: true,
    },
  })
  const made = answer.approval.decisions.at(-1)
  await appendAudit(engine, {
    action: made?.action ?? 'decided',
    subject: `${kind}:${document.id}`,
    organization: document.organization.id,
    actor: actorOf(signer),
    detail: { version: document.contentHash, reason: made?.reason ?? '' },
  })
  return { ...document, approval: answer.approval satisfies Approval }
}

async function stepsOf(engine: Engine, organization: string): Promise<Step[]> {
  const found = await engine.payload.findByID({
    collection: 'organizations',
    id: organization,
    depth: 0,
    overrideAccess: true,
  })
  return (found.approvalSteps ?? []).map(({ label, role }) => ({ label, role }))
}
