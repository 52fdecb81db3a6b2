export type Environment = Readonly<Record<string, string | undefined>>

const ON_THIS_MACHINE = new Set(['localhost', '127.0.0.1', '[::1]', ''])

/** Why this looks like a real system, or null. */
export function productionReason(environment: Environment): string | null {
  const { NODE_ENV, DATABASE_URL = '', REDIS_URL } = environment
  if (NODE_ENV === 'production') return 'NODE_ENV=production'
  if (DATABASE_URL.startsWith('mongodb')) return 'DATABASE_URL trỏ tới MongoDB'
  if (isElsewhere(DATABASE_URL)) return 'DATABASE_URL trỏ tới máy chủ khác'
  return REDIS_URL ? 'REDIS_URL đã được đặt' : null
}

function isElsewhere(address: string): boolean {
  return address !== '' && (!URL.canParse(address) || !ON_THIS_MACHINE.has(new URL(address).hostname))
}
