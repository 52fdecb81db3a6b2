/** One exercise at a time: what it switched on is switched off again before the next. */
import type { FaultRule } from '../../contract'
import type { SandboxDesk } from '..'

type Setup = { id: string; faults: readonly FaultRule[]; knobs?: readonly Turned[] | undefined }
type Turned = { platform: string; name: string; value: number }
type Running = { id: string; faults: number[]; knobs: Turned[] }

const [EXERCISE, NOW] = ['sandbox.exercise', 'now']

export function runningExercise({ records }: Pick<SandboxDesk, 'records'>): string | null {
  return records.get<Running | null>(EXERCISE, NOW)?.id ?? null
}

export function startExercise(desk: SandboxDesk, { id, faults, knobs = [] }: Setup): void {
  stopExercise(desk)
  const before = new Set(desk.faults.list().map((rule) => rule.id))
  for (const rule of faults) desk.faults.add(rule)
  for (const { platform, name, value } of knobs) desk.knobs.turn(platform, name, value)
  const added = desk.faults.list().flatMap((rule) => (before.has(rule.id) ? [] : [rule.id]))
  desk.records.put(EXERCISE, NOW, { id, faults: added, knobs: [...knobs] } satisfies Running)
}

export function stopExercise(desk: SandboxDesk): void {
  const running = desk.records.get<Running | null>(EXERCISE, NOW)
  if (!running) return
  for (const id of running.faults) desk.faults.clear(id)
  for (const { platform, name } of running.knobs) desk.knobs.turn(platform, name, null)
  desk.records.put(EXERCISE, NOW, null)
}
