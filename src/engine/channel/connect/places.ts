/** What may be connected, and what is still missing for it. */
import type { Channel } from '@/channels/contract'
import { channels } from '@/channels/registry'
import type { Engine } from '../..'
import { type Application, findApplication } from '../../credentials/application'
import { redirectUriOf } from './begin'

export type Place = {
  platform: string
  label: string
  description: string
  needsLegalNote: boolean
  /** Null where credentials can only be pasted. */
  signIn: {
    redirectUri: string
    instructions: readonly string[]
    /** By which names the keys are written, and the variable of each. */
    keys: { name: string; variable: string | null }[]
    application: Application['from'] | null
  } | null
}

/** Our own place is left out: it connects itself. */
export function readPlaces(engine: Engine, organization: string): Promise<Place[]> {
  return Promise.all(channels.filter(({ isOurs }) => !isOurs).map((driver) => placeOf(engine, driver, organization)))
}

async function placeOf(engine: Engine, driver: Channel, organization: string): Promise<Place> {
  const { platform, label, description, needsLegalNote = false, connect } = driver
  const place = { platform, label, description, needsLegalNote }
  if (!connect) return { ...place, signIn: null }
  const application = await findApplication(engine, driver, organization)
  return {
    ...place,
    signIn: {
      redirectUri: redirectUriOf(engine, platform),
      instructions: connect.instructions,
      keys: Object.entries(connect.variables).map(([name, variable]) => ({ name, variable })),
      application: application?.from ?? null,
    },
  }
}
