/** What the public does to a post, from a button of the viewer or from a test. */
import { z } from 'zod'
import type { Lookalike, PublicAct, SandboxAnswer, SandboxRequest } from '../../contract'
import type { Site } from '../site'
import { done } from './answers'
import { unknownPlatform } from './faults'
import { readInput, refuse } from './input'

const deed = z.strictObject({
  platform: z.string().min(1),
  account: z.string().min(1),
  id: z.string().min(1),
  act: z.string().min(1),
  text: z.string().max(2_000).default(''),
  back: z.string().optional(),
})

type Deed = z.infer<typeof deed>

export function actAsPublic({ lookalikes, desk }: Site, request: SandboxRequest): SandboxAnswer {
  const read = readInput(request, deed)
  if ('refusal' in read) return read.refusal
  const { platform, account, id, text, back } = read.value
  const lookalike = lookalikes.find((one) => one.platform === platform)
  if (!lookalike) return unknownPlatform(platform)
  const chosen = findAct(lookalike, read.value)
  if ('refusal' in chosen) return chosen.refusal
  const find = () => lookalike.wall(desk).find((post) => post.account === account && post.id === id)
  if (!find()) return missing(lookalike, read.value)
  chosen.act(desk, { account, id }, text)
  return done(request, { body: { post: find() ?? null }, back })
}

function findAct({ label, acts = {} }: Lookalike, { act }: Deed): PublicAct | { refusal: SandboxAnswer } {
  const chosen = acts[act]
  if (chosen) return chosen
  const names = Object.keys(acts).join(', ') || 'chưa có việc nào'
  return refuse([{ code: 'act-unknown', message: `${label} không có việc "${act}"; đang có: ${names}.`, field: 'act' }])
}

function missing({ label }: Lookalike, { account, id }: Deed): SandboxAnswer {
  const message = `Không có bài "${id}" của "${account}" trên ${label}.`
  return refuse([{ code: 'post-unknown', message, field: 'id' }], 404).refusal
}
