import type { Payload } from 'payload'
import { type Role, roles } from '@/access/roles'

export const password = 'mat-khau-kiem-thu-2026'

/** Roles of the organization, and those who stand beside it. */
export const persons = [
  ...roles,
  'second-approver',
  'parent-leader',
  'child-leader',
  'foreign-leader',
  'administrator',
] as const

export type PersonName = (typeof persons)[number]

export type Houses = { organization: string; parent: string; child: string; foreign: string }

export type People = Readonly<Record<PersonName, string>>

const house = { kind: 'police', level: 'province' } as const

/** A parent, the organization, a child below it, and one that has nothing to do with them. */
export async function makeHouses(payload: Payload): Promise<Houses> {
  const make = async (name: string, parent?: string) => {
    const data = { name, ...house, ...(parent ? { parent } : {}) } as never
    return String((await payload.create({ collection: 'organizations', data, depth: 0 })).id)
  }
  const parent = await make('UBND tỉnh')
  const organization = await make('Công an tỉnh', parent)
  return { parent, organization, child: await make('Công an xã', organization), foreign: await make('Tỉnh khác') }
}

export async function makePeople(payload: Payload, houses: Houses): Promise<People> {
  const made: [PersonName, string][] = []
  for (const name of ['administrator', ...persons.filter((person) => person !== 'administrator')] as PersonName[]) {
    const data = {
      name,
      email: emailOf(name),
      password,
      systemAdmin: name === 'administrator',
      memberships: membershipOf(name, houses),
    } as never
    made.push([name, String((await payload.create({ collection: 'users', data, depth: 0 })).id)])
  }
  return Object.fromEntries(made) as People
}

export function emailOf(name: PersonName): string {
  return `${name}@kiemthu.vn`
}

function membershipOf(name: PersonName, houses: Houses): { organization: string; roles: readonly Role[] }[] {
  const elsewhere: Partial<Record<PersonName, { organization: string; roles: readonly Role[] }[]>> = {
    administrator: [],
    'second-approver': [{ organization: houses.organization, roles: ['approver'] }],
    'parent-leader': [{ organization: houses.parent, roles: ['leader'] }],
    'child-leader': [{ organization: houses.child, roles: ['leader'] }],
    'foreign-leader': [{ organization: houses.foreign, roles }],
  }
  return elsewhere[name] ?? [{ organization: houses.organization, roles: [name as Role] }]
}
