/** Faults that wait for calls. A rule with a seed meets the same calls in every run. */
import { createHash } from 'node:crypto'
import type { Fault, FaultRule, Records } from '../contract'

export const faultNames = [
  'unavailable',
  'hang',
  'slow',
  'accept-then-drop',
  'accept-then-hang',
  'error-after-accept',
  'throttle',
  'token-dead',
  'garbage',
  'truncated',
] as const satisfies readonly Fault[]

export type WaitingFault = FaultRule & { id: number }

/** How many calls of each name a rule has looked at: what decides is the call's own number, not who else was calling. */
type Stored = WaitingFault & { seen: Record<string, number> }

export type Faults = {
  list(): WaitingFault[]
  add(rule: FaultRule): void
  /** All of them, or the one of that number. */
  clear(id?: number): void
  /** The fault that this call meets, used up by one; null when none waits for it. */
  take(platform: string, call: string): FaultRule | null
}

export function openFaults(records: Records): Faults {
  const read = () => records.get<Stored[]>('sandbox.faults', 'rules') ?? []
  const store = (rules: Stored[]) => records.put('sandbox.faults', 'rules', rules)
  return {
    list: () => read().map(({ seen: _seen, ...rule }) => rule),
    add: (rule) => {
      const id = (records.get<number>('sandbox.counters', 'sandbox.faults') ?? 0) + 1
      records.put('sandbox.counters', 'sandbox.faults', id)
      store([...read(), { ...rule, id, seen: {} }])
    },
    clear: (id) => store(id === undefined ? [] : read().filter((rule) => rule.id !== id)),
    take: (platform, call) => {
      const { rules, met } = pass(read(), { platform, call })
      if (rules) store(rules)
      return met
    },
  }
}

type Passing = { platform: string; call: string }

/** The rules after this call, or null when none has changed. The first rule that strikes is the one. */
function pass(rules: readonly Stored[], passing: Passing): { rules: Stored[] | null; met: FaultRule | null } {
  const waiting = rules.filter((rule) => isMeant(rule, passing))
  if (waiting.length === 0) return { rules: null, met: null }
  const met = waiting.find((rule) => strikes(rule, passing.call)) ?? null
  const looked = waiting.slice(0, met ? waiting.indexOf(met) + 1 : waiting.length)
  const isChanged = looked.some((rule) => rule.probability !== undefined || rule.times !== null)
  if (!isChanged) return { rules: null, met }
  const after = rules.map((rule) => (looked.includes(rule) ? count(rule, { call: passing.call, met }) : rule))
  return { rules: after.filter(({ times }) => times === null || times > 0), met }
}

/** `*` stands for any letters: `send*` means every call of sending. */
function isMeant(rule: FaultRule, { platform, call }: Passing): boolean {
  if (rule.platform !== platform) return false
  const parts = rule.call.split('*').map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`))
  return new RegExp(`^${parts.join('.*')}$`).test(call)
}

function count(rule: Stored, { call, met }: { call: string; met: FaultRule | null }): Stored {
  const times = rule === met && rule.times !== null ? rule.times - 1 : rule.times
  return { ...rule, times, seen: { ...rule.seen, [call]: (rule.seen[call] ?? 0) + 1 } }
}

function strikes({ probability, seed = '', seen }: Stored, call: string): boolean {
  if (probability === undefined) return true
  const digest = createHash('sha256')
    .update(`${seed} ${call} ${seen[call] ?? 0}`)
    .digest()
  return digest.readUInt32BE(0) / 2 ** 32 < probability
}
