/** Who may do what, as named predicates over the roles a person holds in each organization (model.md). */
export const roles = [
  'contributor',
  'reporter',
  'editor',
  'approver',
  'publisher',
  'channel-admin',
  'planner',
  'leader',
  'agency-contact',
  'auditor',
] as const

export type Role = (typeof roles)[number]

export const roleLabels: Readonly<Record<Role, string>> = {
  contributor: 'Cộng tác viên',
  reporter: 'Phóng viên',
  editor: 'Biên tập viên',
  approver: 'Người duyệt',
  publisher: 'Người đăng',
  'channel-admin': 'Quản trị kênh',
  planner: 'Người lập kế hoạch',
  leader: 'Lãnh đạo',
  'agency-contact': 'Đầu mối cơ quan',
  auditor: 'Kiểm tra, giám sát',
}

export const duties = {
  write: ['contributor', 'reporter', 'editor', 'approver', 'publisher', 'planner', 'leader'],
  edit: ['editor', 'approver', 'publisher', 'leader'],
  approve: ['editor', 'approver', 'publisher', 'leader'],
  schedule: ['publisher', 'leader'],
  withdraw: ['publisher', 'leader'],
  /** Takes an item back from everywhere at once. */
  recall: ['leader'],
  connect: ['channel-admin', 'leader'],
  plan: ['planner', 'leader'],
  manage: ['leader'],
  audit: ['leader', 'auditor'],
  /** Sees how the whole publishing stands. */
  oversee: ['publisher', 'channel-admin', 'leader', 'auditor'],
} as const satisfies Record<string, readonly Role[]>

export type Duty = keyof typeof duties

export type Person = {
  id: string
  systemAdmin?: boolean | null
  memberships?: { organization: string | { id: string }; roles: Role[] }[] | null
}

export function idOf(reference: string | { id: string }): string {
  return typeof reference === 'string' ? reference : reference.id
}

/** Organizations in which the person holds one of the duty's roles. */
export function organizationsFor(person: Person, duty: Duty): string[] {
  const needed: readonly Role[] = duties[duty]
  return (person.memberships ?? [])
    .filter((membership) => membership.roles.some((role) => needed.includes(role)))
    .map((membership) => idOf(membership.organization))
}

export function may(person: Person, duty: Duty, organization: string): boolean {
  return Boolean(person.systemAdmin) || organizationsFor(person, duty).includes(organization)
}

export function memberOf(person: Person): string[] {
  return (person.memberships ?? []).map((membership) => idOf(membership.organization))
}

export function rolesIn(person: Person, organization: string): Role[] {
  return (person.memberships ?? [])
    .filter((membership) => idOf(membership.organization) === organization)
    .flatMap((membership) => membership.roles)
}
