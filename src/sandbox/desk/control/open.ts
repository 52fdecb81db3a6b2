import { z } from 'zod'
import type { SandboxAnswer, SandboxRequest } from '../../contract'
import { page } from '../../viewer/page'
import { showOpened } from '../../viewer/switches/accounts'
import { openAccountOf } from '../accounts'
import type { Site } from '../site'
import { json } from './answers'
import { unknownPlatform } from './faults'
import { isForm, readInput } from './input'

const wanted = z.strictObject({ platform: z.string().min(1), name: z.string().trim().min(1).max(200) })

/** A person gets a page to copy from, a program gets JSON. */
export function openAccount({ lookalikes, desk }: Site, request: SandboxRequest): SandboxAnswer {
  const read = readInput(request, wanted)
  if ('refusal' in read) return read.refusal
  const lookalike = lookalikes.find(({ platform }) => platform === read.value.platform)
  if (!lookalike) return unknownPlatform(read.value.platform)
  const opened = openAccountOf(desk, lookalike, read.value.name)
  if (!isForm(request)) return json(opened)
  return page({ title: 'Tài khoản tập huấn', main: showOpened(opened, lookalike.label), path: '/_open' })
}
