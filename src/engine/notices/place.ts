/** Where a platform tells us things, and what proves that it is the platform. */
import type { Channel, Webhook, WebhookKeys } from '@/channels/contract'
import { deriveToken } from '@/platform/crypto'
import { environment, readVariables } from '@/platform/env'
import type { Engine } from '..'
import { applicationKeys } from '../credentials/application'
import { type Keys, unseal } from '../credentials/seal'
import type { ChannelRow } from '../rows'

export type Listening = Channel & { webhook: Webhook }

/** Keys to check a signature with, and for whom it then speaks: the organization that owns them, or (null) everybody. */
export type Source = { organization: string | null; channel: string | null; keys: WebhookKeys }

export function listens(driver: Channel): driver is Listening {
  return driver.webhook !== undefined
}

/** The public address and the secret of ours that the platform is given with it. */
export function placeOf(engine: Engine, driver: Listening, channel: Pick<ChannelRow, 'id'>) {
  const path = driver.webhook.scope === 'channel' ? `${driver.platform}/${channel.id}` : driver.platform
  return { url: `${engine.publicUrl}/api/webhooks/${path}`, secret: secretOf(path) }
}

/** A channel's own address has one secret; an application's address is signed by any of the applications we know. */
export async function sourcesOf(engine: Engine, driver: Listening, channel: ChannelRow | null): Promise<Source[]> {
  if (channel) {
    const application = textsOf(await applicationKeys(engine, driver, channel.organization))
    const keys = { application, secret: secretOf(`${driver.platform}/${channel.id}`) }
    return [{ organization: channel.organization, channel: channel.id, keys }]
  }
  const secret = secretOf(driver.platform)
  const known = [
    ...(await ownApplications(engine, driver)),
    { organization: null, application: ofInstallation(driver) },
  ]
  return known.map(({ organization, application }) => ({ organization, channel: null, keys: { application, secret } }))
}

type ApplicationRow = { id: string; organization: string; secret: string | null }

async function ownApplications({ rows, log }: Engine, { platform }: Listening) {
  const found = await rows.find<ApplicationRow>('applications', {
    where: { platform },
    select: ['organization', 'secret'],
  })
  return found.flatMap(({ id, organization, secret }) => {
    try {
      return [{ organization, application: textsOf(unseal(`applications:${id}`, secret ?? '') as Keys) }]
    } catch (cause) {
      log.error({ application: id, err: cause }, 'keys of an application cannot be read')
      return []
    }
  })
}

function ofInstallation({ connect }: Listening): Record<string, string> {
  return connect ? readVariables(connect.variables) : {}
}

function textsOf(keys: Keys): Record<string, string> {
  const texts = Object.entries(keys).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  return Object.fromEntries(texts)
}

function secretOf(path: string): string {
  return deriveToken(environment().APP_SECRET, `webhook:${path.replace('/', ':')}`)
}
