import type { ZodType } from 'zod'
import type { Engine } from '@/engine'

export type Outcome = { done: string } | { skipped: string }

/** What a job is: cheap to import, its handler loaded when the first one runs. */
export type JobDefinition<Input = unknown> = {
  name: string
  input: ZodType<Input>
  /** Queues it may stand in; a send queue per platform, otherwise one. */
  queues: readonly string[]
  concurrency: number
  handler(): Promise<(engine: Engine, input: Input) => Promise<Outcome>>
}

/** One job to enqueue. The id makes a second one of the same row and revision impossible while the first waits or runs. */
export type Wake = { job: string; queue: string; id: string; input: unknown }

/** Something the timetable does by itself: finds what is due and says which jobs to wake. */
export type Sweep = {
  name: string
  /** Cron with seconds. */
  cron: string
  find(engine: Engine): Promise<Wake[]>
}

/** Job ids hold no `:` and are never digits only. */
export function wakeId(...parts: (string | number)[]): string {
  return parts.join('-').replaceAll(':', '_')
}
