import type { Engine } from '@/engine'
import { checkChannel } from '@/engine/channel/check'
import { confirmChannel } from '@/engine/channel/confirm'
import { readChannel } from '@/engine/desk/read-content'
import { deriveToken } from '@/platform/crypto'
import { environment } from '@/platform/env'
import { http } from '@/platform/http'
import type { Where } from 'payload'
import { z } from 'zod'
import { ensure } from '../ensure'
import type { People } from './people'

const opened = z.object({ account: z.string(), url: z.string(), credentials: z.record(z.string(), z.string()) })

const names: Readonly<Record<string, string>> = {
  site: 'Chuyên trang An toàn thông tin Kon Tum',
  facebook: 'An toàn thông tin Kon Tum',
  zalo: 'An toàn thông tin Kon Tum (OA)',
  youtube: 'An toàn thông tin Kon Tum - Video',
  telegram: 'Cảnh báo ATTT Kon Tum',
}

/** A connected channel on every platform: the look-alikes' accounts, and our own section. Checked before it counts. */
export async function seedChannels(engine: Engine, people: People): Promise<Readonly<Record<string, string>>> {
  const made: Record<string, string> = {}
  for (const [platform, name] of Object.entries(names)) {
    made[platform] = await seedChannel(engine, { platform, name, people })
  }
  return made
}

async function seedChannel(
  engine: Engine,
  { platform, name, people }: { platform: string; name: string; people: People },
): Promise<string> {
  const where: Where = { and: [{ platform: { equals: platform } }, { organization: { equals: people.organization } }] }
  const { docs } = await engine.payload.find({
    collection: 'channels',
    where,
    limit: 1,
    depth: 0,
    overrideAccess: true,
  })
  const account = docs.length > 0 ? null : await openAccount(platform, name)
  const data = {
    name,
    platform,
    organization: people.organization,
    externalId: account?.account,
    url: account?.url,
    credentials: account?.credentials,
    // Nobody in a classroom waits for the distance that a real page keeps.
    pacingSeconds: 0,
  }
  const id = await ensure(engine.payload, 'channels', { where, data })
  await engine.rows.update('channels', { id }, { legalNoteAcceptedBy: people.byRole.leader })
  const actor = { id: people.byRole['channel-admin'], name: 'Dữ liệu tập huấn' }
  const checked = await checkChannel(engine, await readChannel(engine, id), actor)
  if (checked.state !== 'connected') await confirmChannel(engine, checked, { account: null, actor })
  return id
}

async function openAccount(platform: string, name: string): Promise<z.infer<typeof opened>> {
  const { APP_SECRET, PUBLIC_URL, SANDBOX_URL } = environment()
  if (platform === 'site')
    return {
      account: 'site',
      url: PUBLIC_URL,
      credentials: { address: PUBLIC_URL, token: deriveToken(APP_SECRET, 'site') },
    }
  if (!SANDBOX_URL) throw new Error('SANDBOX_URL: the demonstration needs the look-alike platforms')
  const answer = await http({
    method: 'POST',
    url: `${SANDBOX_URL}/_open`,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ platform, name }),
  })
  const account = opened.parse(JSON.parse(answer.text))
  return { ...account, url: new URL(account.url, SANDBOX_URL).href }
}
