import { z } from 'zod'
import type { SandboxAnswer, SandboxRequest } from '../../contract'
import { exercises } from '../../viewer/training/exercises'
import { runningExercise, startExercise, stopExercise } from './exercise'
import type { Site } from '../site'
import { done } from './answers'
import { readInput } from './input'

const choice = z.strictObject({ exercise: z.enum(['stop', ...exercises.map(({ id }) => id)]) })

/** One exercise begins and the one before it ends, or everything ends with `stop`. */
export function runExercise({ desk }: Site, request: SandboxRequest): SandboxAnswer {
  const read = readInput(request, choice)
  if ('refusal' in read) return read.refusal
  const chosen = exercises.find(({ id }) => id === read.value.exercise)
  if (chosen) startExercise(desk, chosen)
  else stopExercise(desk)
  const back = `/_training${chosen ? `#${chosen.id}` : ''}`
  return done(request, { body: { running: runningExercise(desk), faults: desk.faults.list() }, back })
}
