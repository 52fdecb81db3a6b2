import { z } from 'zod'
import type { Fault, FaultRule, Records } from '../contract'

export const faultNames = [
  'unavailable',
  'hang',
  'accept-then-drop',
  'accept-then-hang',
  'error-after-accept',
  'throttle',
  'token-dead',
  'garbage',
] as const satisfies readonly Fault[]

export const faultRule = z.strictObject({
  platform: z.string().min(1),
  call: z.string().min(1).default('*'),
  fault: z.enum(faultNames),
  times: z.coerce.number().int().min(1).default(1),
})

export type Faults = {
  list(): FaultRule[]
  add(rule: FaultRule): void
  clear(): void
  /** The fault that this call meets, used up by one; null when none waits for it. */
  take(platform: string, call: string): Fault | null
}

export function openFaults(records: Records): Faults {
  const list = () => records.get<FaultRule[]>('sandbox.faults', 'rules') ?? []
  const store = (rules: FaultRule[]) => records.put('sandbox.faults', 'rules', rules)
  return {
    list,
    add: (rule) => store([...list(), rule]),
    clear: () => store([]),
    take: (platform, call) => {
      const rules = list()
      const met = rules.find((rule) => rule.platform === platform && (rule.call === '*' || rule.call === call))
      if (!met) return null
      const rest = rules.map((rule) => (rule === met ? { ...rule, times: rule.times - 1 } : rule))
      store(rest.filter((rule) => rule.times > 0))
      return met.fault
    },
  }
}
