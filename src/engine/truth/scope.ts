import type { Condition, Where } from '@/platform/database'

/** Whose posts and channels: a person's organizations, or all of them. */
export type Scope = { organizations: readonly string[] } | 'everything'

export function within(scope: Scope): Where {
  return scope === 'everything' ? {} : { organization: amongst(scope.organizations) }
}

export function amongst(ids: readonly string[]): Condition {
  return { in: ids }
}
