/** Who hears of what: those whose duty it is in that organization, and the duty officers of what hurries. */
import { messengers } from '@/channels/messengers'
import { tellingPlatforms } from '@/channels/registry'
import { type Duty, idOf, organizationsFor, type Person } from '@/access/roles'
import { readVariables } from '@/platform/env'
import type { Rows } from '@/platform/database'
import type { Engine } from '..'
import type { ChannelRow } from '../rows'
import { type Kind, kindFacts } from './kinds'

export type Addressee = { person: string; email: string; mutedKinds: readonly Kind[]; pace: 'soon' | 'daily' }

/** `messenger|address`, or `platform|channel|address` where a channel speaks, as it is kept on a notification. */
export type Contact = { organization: string; contact: string }

export type Everybody = {
  addressees(kind: Kind, organization: string | null): Addressee[]
  contacts(kind: Kind, organization: string | null): string[]
}

type PersonDocument = Person & { email: string; mutedKinds?: Kind[] | null; mailPace?: 'soon' | 'daily' | null }

type OrganizationDocument = { id: string; dutyContacts?: { messenger: string; address: string }[] | null }

export async function readEverybody(engine: Engine): Promise<Everybody> {
  const [people, officers] = [await readPeople(engine), await readContacts(engine)]
  return {
    addressees: (kind, organization) =>
      people.filter((person) => isTheirs(person, kindFacts[kind].duty, organization)).map(addresseeOf),
    contacts: (kind, organization) => {
      if (!kindFacts[kind].isUrgent) return []
      // What concerns the whole system concerns everybody's officer.
      const own = officers.filter((officer) => organization === null || officer.organization === organization)
      return [...new Set(own.map(({ contact }) => contact))]
    },
  }
}

/** Messengers whose token is set. */
export function readyMessengers() {
  return messengers.flatMap((messenger) => {
    const { token } = readVariables({ token: messenger.variable })
    return token ? [{ messenger, token }] : []
  })
}

/** What duty officers can be told by at this moment, by its label. */
export async function readWaysToTell({ rows }: Engine): Promise<string[]> {
  const speaking = new Set((await readSpeaking(rows)).map(({ platform }) => platform))
  const own = tellingPlatforms.filter(({ name }) => speaking.has(name))
  return [...readyMessengers().map(({ messenger }) => messenger.label), ...own.map(({ label }) => label)]
}

function isTheirs(person: PersonDocument, duty: Duty | null, organization: string | null): boolean {
  if (duty === null || organization === null) return Boolean(person.systemAdmin)
  return organizationsFor(person, duty).includes(organization)
}

function addresseeOf({ id, email, mutedKinds, mailPace }: PersonDocument): Addressee {
  return { person: id, email, mutedKinds: mutedKinds ?? [], pace: mailPace ?? 'soon' }
}

async function readPeople({ payload }: Engine): Promise<PersonDocument[]> {
  const { docs } = await payload.find({
    collection: 'users',
    select: { email: true, memberships: true, systemAdmin: true, mutedKinds: true, mailPace: true },
    depth: 0,
    pagination: false,
    overrideAccess: true,
  })
  return docs as unknown as PersonDocument[]
}

async function readContacts({ payload, rows }: Engine): Promise<Contact[]> {
  const ready = new Set(readyMessengers().map(({ messenger }) => messenger.name))
  const speaking = await readSpeaking(rows)
  if (ready.size === 0 && speaking.length === 0) return []
  const { docs } = await payload.find({
    collection: 'organizations',
    select: { dutyContacts: true },
    depth: 0,
    pagination: false,
    overrideAccess: true,
  })
  return (docs as unknown as OrganizationDocument[]).flatMap(({ id, dutyContacts }) =>
    (dutyContacts ?? []).flatMap(({ messenger, address }) => {
      const own = speaking.find(({ organization, platform }) => organization === idOf(id) && platform === messenger)
      if (own) return [{ organization: idOf(id), contact: `${messenger}|${own.id}|${address}` }]
      return ready.has(messenger) ? [{ organization: idOf(id), contact: `${messenger}|${address}` }] : []
    }),
  )
}

type Speaking = Pick<ChannelRow, 'id' | 'platform' | 'organization'>

/** The first connected channel of each organization that can write to one person. */
function readSpeaking(rows: Rows): Promise<Speaking[]> {
  return rows.find<ChannelRow>('channels', {
    where: { platform: { in: tellingPlatforms.map(({ name }) => name) }, state: 'connected' },
    select: ['platform', 'organization'],
    sort: 'createdAt',
  })
}
