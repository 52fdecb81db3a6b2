/** Knobs and the clock. */
import { z } from 'zod'
import type { SandboxAnswer, SandboxRequest } from '../../contract'
import type { Site } from '../site'
import { done, json } from './answers'
import { unknownPlatform } from './faults'
import { number, readInput, refuse } from './input'

const knob = z.strictObject({
  platform: z.string().min(1),
  name: z.string().min(1).max(100),
  value: z.union([number(), z.null()]).optional(),
  back: z.string().optional(),
})

export function listKnobs({ lookalikes, desk }: Site): SandboxAnswer {
  return json({ knobs: desk.knobs.list(lookalikes) })
}

export function turnKnob({ lookalikes, desk }: Site, request: SandboxRequest): SandboxAnswer {
  const read = readInput(request, knob)
  if ('refusal' in read) return read.refusal
  const { platform, name, value = null, back } = read.value
  const known = desk.knobs.list(lookalikes).filter((one) => one.platform === platform)
  if (known.length === 0) return unknownPlatform(platform)
  if (!known.some((one) => one.name === name)) {
    const names = known.map((one) => one.name).join(', ')
    return refuse([{ code: 'knob-unknown', message: `Không có nút "${name}"; đang có: ${names}.`, field: 'name' }])
      .refusal
  }
  desk.knobs.turn(platform, name, value)
  return done(request, { body: { knobs: desk.knobs.list(lookalikes) }, back })
}

const MOST_SECONDS = 10 * 366 * 86_400
const seconds = number().pipe(z.number().int().min(-MOST_SECONDS).max(MOST_SECONDS))

const move = z
  .strictObject({ offsetSeconds: seconds.optional(), forwardSeconds: seconds.optional(), back: z.string().optional() })
  .refine(({ offsetSeconds, forwardSeconds }) => (offsetSeconds === undefined) !== (forwardSeconds === undefined), {
    message: 'Cần đúng một trong hai mục "offsetSeconds" (lệch so với giờ thật) và "forwardSeconds" (tua thêm).',
  })

export function moveClock(site: Site, request: SandboxRequest): SandboxAnswer {
  const read = readInput(request, move)
  if ('refusal' in read) return read.refusal
  const { clock } = site.desk
  const { offsetSeconds, forwardSeconds = 0, back } = read.value
  clock.move(offsetSeconds ?? clock.offsetSeconds() + forwardSeconds)
  return done(request, { body: readClock(site).body, back })
}

export function readClock({ desk }: Site): SandboxAnswer {
  return json({ offsetSeconds: desk.clock.offsetSeconds(), now: desk.now().toISOString() })
}
