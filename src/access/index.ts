/** Payload access functions, each named as the answer to "who?". Deny comes first: no person, no access. */
import type { Access, FieldAccess, PayloadRequest, Where } from 'payload'
import { type Duty, idOf, may, memberOf, organizationsFor, type Person } from './roles'

export function personOf(request: PayloadRequest): Person | null {
  return request.user ? (request.user as unknown as Person) : null
}

export const nobody: Access = () => false

export const fieldOfNobody: FieldAccess = () => false

export const anyoneSignedIn: Access = ({ req }) => personOf(req) !== null

export const systemAdmin: Access = ({ req }) => Boolean(personOf(req)?.systemAdmin)

export const fieldOfSystemAdmin: FieldAccess = ({ req }) => Boolean(personOf(req)?.systemAdmin)

/** Members see their own organization's rows, a parent its children's. */
export const membersAndParents: Access = ({ req }) => {
  const person = personOf(req)
  if (!person) return false
  return person.systemAdmin ? true : ownOrBelow(memberOf(person))
}

/** Members, parents, and children: plans and campaigns come down from above. */
export const membersParentsAndChildren: Access = async ({ req }) => {
  const person = personOf(req)
  if (!person) return false
  if (person.systemAdmin) return true
  const own = memberOf(person)
  return either(ownOrBelow(own), { organization: { in: await ancestorsOf(req, own) } })
}

/** Those who hold the duty in the row's organization. */
export function withDuty(duty: Duty): Access {
  return ({ req, data }) => {
    const person = personOf(req)
    if (!person) return false
    if (person.systemAdmin) return true
    const own = organizationsFor(person, duty)
    if (own.length === 0) return false
    const target = organizationIn(data)
    return target === null ? ({ organization: { in: own } } satisfies Where) : own.includes(target)
  }
}

/** May create in the organization that the new row names. */
export function creatorsWithDuty(duty: Duty): Access {
  return ({ req, data }) => {
    const person = personOf(req)
    if (!person) return false
    const target = organizationIn(data)
    if (target === null) return Boolean(person.systemAdmin) || organizationsFor(person, duty).length > 0
    return may(person, duty, target)
  }
}

/** Editors of the organization, and the writer of a row their own. */
export const editorsAndWriter: Access = ({ req }) => {
  const person = personOf(req)
  if (!person) return false
  if (person.systemAdmin) return true
  const ownDraft: Where = {
    and: [{ createdBy: { equals: person.id } }, { organization: { in: organizationsFor(person, 'write') } }],
  }
  return either({ organization: { in: organizationsFor(person, 'edit') } }, ownDraft)
}

/** Payload's `or`, typed. */
export function either(...conditions: Where[]): Where {
  return { or: conditions }
}

function ownOrBelow(organizations: string[]): Where {
  return either({ organization: { in: organizations } }, { 'organization.ancestors': { in: organizations } })
}

async function ancestorsOf(request: PayloadRequest, organizations: string[]): Promise<string[]> {
  const { docs } = await request.payload.find({
    collection: 'organizations',
    where: { id: { in: organizations } },
    depth: 0,
    pagination: false,
    overrideAccess: true,
  })
  return docs.flatMap((organization) => (organization.ancestors ?? []).map(idOf))
}

function organizationIn(data: unknown): string | null {
  if (typeof data !== 'object' || data === null || !('organization' in data) || !data.organization) return null
  return idOf(data.organization as string | { id: string })
}
