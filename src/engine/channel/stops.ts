/** Whether somebody stopped it all, or the organization, or one above it. Read anew before every irreversible call. */
import type { StopReason } from '@/publishing/due'
import type { Engine } from '..'
import { ancestorsOf } from '../desk/read-content'
import type { ChannelRow } from '../rows'

export const EVERYTHING = 'everything'

export function keyOfOrganization(organization: string): string {
  return `organization:${organization}`
}

/** Hardly ever is anything stopped: then this is one short question. */
export async function findStop(
  engine: Engine,
  { organization }: Pick<ChannelRow, 'organization'>,
): Promise<StopReason | null> {
  const active = await engine.rows.find<{ id: string; key: string }>('pauses', {
    where: { active: true },
    select: ['key'],
  })
  if (active.length === 0) return null
  const keys = new Set(active.map(({ key }) => key))
  if (keys.has(EVERYTHING)) return 'paused'
  const line = [organization, ...(await ancestorsOf(engine, organization))]
  return line.some((id) => keys.has(keyOfOrganization(id))) ? 'organization-paused' : null
}
