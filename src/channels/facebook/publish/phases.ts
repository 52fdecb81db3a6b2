/** The guide writes `start` and `finish`, the specification `START` and `FINISH`, one table of the guide `complete`. */
import { ChannelError } from '../../contract'
import type { Begun } from './uploads'

export type Style = Begun['style']

export function spell(phase: string, style: Style): string {
  return style === 'upper' ? phase.toUpperCase() : phase
}

/** Tries the next spelling only after the platform has refused a parameter, which proves that nothing happened. */
export async function firstAccepted<Spelling, Answer>(
  [spelling, ...others]: readonly [Spelling, ...Spelling[]],
  attempt: (spelling: Spelling) => Promise<Answer>,
): Promise<Answer> {
  const [next, ...rest] = others
  try {
    return await attempt(spelling)
  } catch (error) {
    if (next === undefined || !isRefusedParameter(error)) throw error
  }
  return firstAccepted([next, ...rest], attempt)
}

function isRefusedParameter(error: unknown): boolean {
  return error instanceof ChannelError && error.kind === 'rejected' && error.code === '100'
}
