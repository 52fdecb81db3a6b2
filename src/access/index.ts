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
export const membersAndParents: Access = ({ req }) => membersAndParentsBy(personOf(req), 'organization')

/** The same for the versions of a row, which keep its fields one level down. */
export const membersAndParentsOfVersions: Access = ({ req }) =>
  membersAndParentsBy(personOf(req), 'version.organization')

function membersAndParentsBy(person: Person | null, path: string): boolean | Where {
  if (!person) return false
  return person.systemAdmin ? true : ownOrBelow(memberOf(person), path)
}

/** Members, parents, and children: plans and campaigns come down from above. */
export const membersParentsAndChildren: Access = async ({ req }) => {
  const person = personOf(req)
  if (!person) return false
  if (person.systemAdmin) return true
  const own = memberOf(person)
  return either(ownOrBelow(own), { organization: { in: await ancestorsOf(req, own) } })
}

/** Those who hold the duty in the row's organization, whatever organization the request itself names. */
export function withDuty(duty: Duty): Access {
  return ({ req }) => {
    const person = personOf(req)
    if (!person) return false
    if (person.systemAdmin) return true
    const own = organizationsFor(person, duty)
    return own.length > 0 && ({ organization: { in: own } } satisfies Where)
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

function ownOrBelow(organizations: string[], path = 'organization'): Where {
  return either({ [path]: { in: organizations } }, { [`${path}.ancestors`]: { in: organizations } })
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
