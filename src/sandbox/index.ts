/** The look-alike platforms of training, demo and tests. */
import { lookalike as facebook } from './facebook'
import { lookalike as telegram } from './telegram'
import { lookalike as zalo } from './zalo'
import type { Lookalike } from './contract'

export const lookalikes: readonly Lookalike[] = [facebook, zalo, telegram]
