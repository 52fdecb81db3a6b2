import type { Payload } from 'payload'
import { type Role, roleLabels, roles } from '@/access/roles'
import { ensure } from '../ensure'

export type Login = { role: string; email: string; password: string }

const password = 'taphuan-2026'

const names: Readonly<Record<Role, string>> = {
  contributor: 'Y Thanh',
  reporter: 'Lê Thị Hoa',
  editor: 'Trần Văn Bình',
  approver: 'Nguyễn Thị Mai',
  publisher: 'Phạm Quốc Dũng',
  'channel-admin': 'A Khánh',
  planner: 'Đỗ Minh Châu',
  leader: 'Hoàng Văn Sơn',
  'agency-contact': 'Y Ngân',
  auditor: 'Bùi Thanh Tùng',
}

export type People = { organization: string; commune: string; byRole: Readonly<Record<Role, string>>; logins: Login[] }

/** The lead department, a commune below it, and one person for every role. The leader's login comes first. */
export async function seedPeople(payload: Payload): Promise<People> {
  const administrator = { name: 'Quản trị hệ thống', email: 'quantri@taphuan.vn', password, systemAdmin: true }
  await ensure(payload, 'users', { where: { email: { equals: administrator.email } }, data: administrator })
  const organization = await ensureOrganization(payload, {
    name: 'Công an tỉnh Kon Tum (tập huấn)',
    shortName: 'CAT Kon Tum',
    kind: 'police',
    level: 'province',
  })
  const commune = await ensureOrganization(payload, {
    name: 'UBND xã Đăk Hà (tập huấn)',
    shortName: 'Xã Đăk Hà',
    kind: 'commune',
    level: 'commune',
    parent: organization,
  })
  const made: [Role, string][] = []
  for (const role of roles) {
    const data = { name: names[role], email: emailOf(role), password, memberships: [{ organization, roles: [role] }] }
    made.push([role, await ensure(payload, 'users', { where: { email: { equals: data.email } }, data })])
  }
  return {
    organization,
    commune,
    byRole: Object.fromEntries(made) as Record<Role, string>,
    logins: loginsOf(administrator.email),
  }
}

function ensureOrganization(payload: Payload, data: { name: string } & Record<string, unknown>): Promise<string> {
  return ensure(payload, 'organizations', { where: { name: { equals: data.name } }, data })
}

function emailOf(role: Role): string {
  return `${role}@taphuan.vn`
}

function loginsOf(administrator: string): Login[] {
  const ordered: Role[] = ['leader', ...roles.filter((role) => role !== 'leader')]
  return [
    ...ordered.map((role) => ({ role: roleLabels[role], email: emailOf(role), password })),
    { role: 'Quản trị hệ thống', email: administrator, password },
  ]
}
