/** The look-alike platforms of training, demo and tests. */
import type { Lookalike } from './contract'
import { lookalike as facebook } from './facebook'
import { lookalike as telegram } from './telegram'
import { lookalike as youtube } from './youtube'
import { lookalike as zalo } from './zalo'

export const lookalikes: readonly Lookalike[] = [facebook, zalo, youtube, telegram]
