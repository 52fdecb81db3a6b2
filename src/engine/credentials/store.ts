/** A renewed grant may be the only one there is: it is written until it is proven written, or proven not wanted any more. */
import { setTimeout } from 'node:timers/promises'
import { ChannelError } from '@/channels/contract'
import type { Value } from '@/platform/database'
import { canonical } from '@/publishing/snapshot'
import type { Engine } from '..'
import type { ChannelRow } from '../rows'
import { type Keys, openCredentials, sealFor } from './seal'

const TRIES = 8
const FIRST_PAUSE_MILLISECONDS = 200

type Renewal = { secret: string } & Record<string, Value>

type Renewed = { own: Keys; expiresAt: Date | null }

/**
 * On the grant that was renewed, not on the lock: a slow answer counts. A secret that was only encrypted anew meanwhile
 * is still the same grant. False when a person connected the channel anew. @throws the database's last failure
 */
export async function storeRenewed(engine: Engine, from: ChannelRow, { own, expiresAt }: Renewed): Promise<boolean> {
  const secret = sealFor(from.id, own)
  const lease = { renewLease: null, renewLeaseUntil: null }
  const set = { secret, secretExpiresAt: expiresAt, secretRenewedAt: engine.now(), ...lease }
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await writeOver(engine, from, set)
    } catch (cause) {
      await waitAfter(engine, { channel: from.id, attempt, cause })
    }
  }
}

/** The database may be away for a moment. @throws what is not of that kind, and the last failure */
async function waitAfter({ log }: Engine, failed: { channel: string; attempt: number; cause: unknown }): Promise<void> {
  const { channel, attempt, cause } = failed
  if (cause instanceof ChannelError || attempt === TRIES) throw cause
  log.warn({ channel, attempt, err: cause }, 'a renewed grant could not be stored yet')
  await setTimeout(FIRST_PAUSE_MILLISECONDS * 2 ** attempt)
}

async function writeOver(engine: Engine, from: ChannelRow, set: Renewal): Promise<boolean> {
  let present = await readAgain(engine, from)
  // A write whose answer was lost has already put ours there.
  while (present.secret !== set.secret) {
    if (!isSameGrant(present, from)) return false
    if (await engine.rows.update('channels', { id: from.id, secret: present.secret }, set)) return true
    present = await readAgain(engine, from)
  }
  return true
}

export async function readAgain({ rows }: Engine, { id }: ChannelRow): Promise<ChannelRow> {
  const [channel] = await rows.find<ChannelRow>('channels', { where: { id }, limit: 1 })
  if (!channel) throw new Error(`channel ${id} is gone`)
  return channel
}

export function isSameGrant(one: ChannelRow, other: ChannelRow): boolean {
  return canonical(openCredentials(one)) === canonical(openCredentials(other))
}
