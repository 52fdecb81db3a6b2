/** The look-alike platforms of training, demo and tests. */
import type { Lookalike } from './contract'

export const lookalikes: readonly Lookalike[] = []
