/** The keys of our application at a platform: of the organization, of one above it, or of the whole installation. */
import { type Channel, ChannelError } from '@/channels/contract'
import { readVariables } from '@/platform/env'
import type { Engine } from '..'
import { ancestorsOf } from '../desk/read-content'
import { type Keys, unseal } from './seal'

export type Application = { keys: Keys; from: 'organization' | 'above' | 'environment' }

type ApplicationRow = { id: string; organization: string; secret: string | null }

/** Null where there is none, and where the platform knows no applications. */
export async function findApplication(
  engine: Engine,
  driver: Channel,
  organization: string,
): Promise<Application | null> {
  if (!driver.connect) return null
  const line = [organization, ...(await ancestorsOf(engine, organization))]
  const rows = await engine.rows.find<ApplicationRow>('applications', {
    where: { platform: driver.platform, organization: { in: line } },
    select: ['organization', 'secret'],
  })
  const nearest = line.flatMap((id) => rows.filter((row) => row.organization === id && row.secret)).at(0)
  if (nearest)
    return { keys: openApplication(nearest), from: nearest.organization === organization ? 'organization' : 'above' }
  const given = driver.connect.application.safeParse(readVariables(driver.connect.variables))
  return given.success ? { keys: given.data as Keys, from: 'environment' } : null
}

export async function applicationKeys(engine: Engine, driver: Channel, organization: string): Promise<Keys> {
  return (await findApplication(engine, driver, organization))?.keys ?? {}
}

function openApplication({ id, secret }: ApplicationRow): Keys {
  try {
    return unseal(`applications:${id}`, secret ?? '') as Keys
  } catch (cause) {
    throw new ChannelError(
      'unauthorized',
      'Không giải mã được khóa ứng dụng (khóa mã hóa đã đổi?); hãy nhập lại ở mục Khóa ứng dụng.',
      { code: 'unreadable-application', cause },
    )
  }
}
