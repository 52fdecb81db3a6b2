import { z } from 'zod'
import type { FaultRule, SandboxAnswer, SandboxRequest } from '../../contract'
import { faultNames } from '../faults'
import type { Site } from '../site'
import { done, json } from './answers'
import { number, readInput, readQuery, refuse } from './input'

const MOST_SECONDS = 600

const rule = z
  .strictObject({
    platform: z.string().min(1),
    call: z.string().min(1).default('*'),
    fault: z.enum(faultNames),
    /** `unlimited` until somebody switches it off. */
    times: z.union([z.literal('unlimited'), number().pipe(z.number().int().min(1))]).default(1),
    seconds: number().pipe(z.number().min(0.01).max(MOST_SECONDS)).optional(),
    probability: number().pipe(z.number().min(0).max(1)).optional(),
    /** In percent, as people write it. */
    percent: number().pipe(z.number().min(0).max(100)).optional(),
    seed: z.union([z.string(), z.number().transform(String)]).optional(),
    back: z.string().optional(),
  })
  .superRefine(({ fault, seconds, probability, percent, seed }, context) => {
    const problems: [boolean, string, string][] = [
      [fault === 'slow' && seconds === undefined, 'seconds', 'Sự cố "slow" cần số giây ở mục "seconds".'],
      [fault !== 'slow' && seconds !== undefined, 'seconds', 'Chỉ sự cố "slow" có mục "seconds"; hãy bỏ mục đó.'],
      [
        probability !== undefined && percent !== undefined,
        'percent',
        'Chỉ dùng một trong hai mục "probability" và "percent".',
      ],
      [
        seed !== undefined && probability === undefined && percent === undefined,
        'probability',
        'Mục "seed" cần đi cùng "probability" hoặc "percent".',
      ],
    ]
    for (const [isWrong, field, message] of problems)
      if (isWrong) context.addIssue({ code: 'custom', path: [field], message })
  })

export function addFault({ lookalikes, desk }: Site, request: SandboxRequest): SandboxAnswer {
  const read = readInput(request, rule)
  if ('refusal' in read) return read.refusal
  const { platform, call, fault, times, seconds, seed, back } = read.value
  if (!lookalikes.some((lookalike) => lookalike.platform === platform)) return unknownPlatform(platform)
  const { probability = asPart(read.value.percent) } = read.value
  desk.faults.add({
    platform,
    call,
    fault,
    times: times === 'unlimited' ? null : times,
    ...(seconds === undefined ? {} : { seconds }),
    ...(probability === undefined ? {} : { probability, seed: seed ?? '1' }),
  } satisfies FaultRule)
  return done(request, { body: { rules: desk.faults.list() }, back })
}

function asPart(percent: number | undefined): number | undefined {
  return percent === undefined ? undefined : percent / 100
}

const which = z.strictObject({ id: number().pipe(z.number().int().min(1)).optional(), back: z.string().optional() })

/** One rule by its number, or all of them. */
export function clearFaults({ desk }: Site, request: SandboxRequest): SandboxAnswer {
  const read = request.method === 'DELETE' ? readQuery(request, which) : readInput(request, which)
  if ('refusal' in read) return read.refusal
  const { id, back } = read.value
  if (id !== undefined && !desk.faults.list().some((waiting) => waiting.id === id)) {
    const problem = { code: 'fault-unknown', message: `Không có sự cố số ${id} đang chờ.`, field: 'id' }
    return refuse([problem], 404).refusal
  }
  desk.faults.clear(id)
  return done(request, { body: { rules: desk.faults.list() }, back })
}

export function unknownPlatform(platform: string): SandboxAnswer {
  return refuse([{ code: 'platform-unknown', message: `Không có nền tảng "${platform}".`, field: 'platform' }]).refusal
}

export function listFaults({ desk }: Site): SandboxAnswer {
  return json({ rules: desk.faults.list() })
}
