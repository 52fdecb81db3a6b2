/** Bots that carry a short word to one person: how a duty officer hears of trouble at night. Channels that can: the registry. */
import type { Messenger } from './contract'
import { messenger as telegram } from './telegram'

export type { Messenger } from './contract'

export const messengers: readonly Messenger[] = [telegram]
