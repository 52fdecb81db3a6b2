import { ofKeeping } from './keeping'
import { ofSending } from './sending'

/** Every rule of the engine broken once on purpose. `test` must go red; `put` stands in place of `find`, which occurs once. */
export type Mutation = {
  /** Number of the rule in design.md section 4, or what it is about. */
  rule: string
  /** What is broken, as a sentence. */
  breaks: string
  file: string
  find: string
  put: string
  /** What vitest runs. */
  test: string
}

export const mutations: readonly Mutation[] = [...ofSending, ...ofKeeping]
