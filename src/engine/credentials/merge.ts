/** Where the application's keys meet a channel's own: in every call, and never in what is stored. Pure. */
import { type Channel, ChannelError } from '@/channels/contract'
import type { Keys } from './seal'

/** What a call carries. @throws ChannelError `unauthorized` when the driver could not work with it */
export function wholeOf(driver: Channel, application: Keys, own: Keys): Keys {
  const whole = { ...application, ...own }
  const parsed = driver.credentials.safeParse(whole)
  if (parsed.success) return whole
  const names = wrongNames(parsed.error.issues)
  throw new ChannelError(
    'unauthorized',
    `Thông tin kết nối của kênh thiếu hoặc sai (${names}); hãy kết nối lại, hoặc nhập khóa ứng dụng.`,
    { code: 'incomplete-credentials' },
  )
}

/** What is stored of renewed credentials: no key that is the application's, and no emptiness over something. */
export function ownOf(renewed: Keys, { own, application }: { own: Keys; application: Keys }): Keys {
  const isOurs = (name: string) => name in own || !(name in application)
  const isEmpty = (value: unknown) => value === null || value === undefined || value === ''
  const given = Object.entries(renewed).filter(([name, value]) => isOurs(name) && !isEmpty(value))
  return { ...own, ...Object.fromEntries(given) }
}

export function wrongNames(issues: readonly { path: readonly PropertyKey[]; message: string }[]): string {
  return issues.map(({ path, message }) => path.map(String).join('.') || message).join(', ')
}
