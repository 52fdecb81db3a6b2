import '../parts/admin.css'
import type { Payload, ServerProps } from 'payload'
import { environment } from '@/platform/env'
import type { Pause } from '~/collections/payload-types'
import { showHour } from '../parts/hours'

/** On the login page too, where nobody is known yet: nothing but the mode. */
export function TrainingBanner({ i18n }: Pick<ServerProps, 'i18n'>) {
  if (!environment().TRAINING) return null
  return (
    <p className="desk-banner desk-banner--training">
      {i18n?.language === 'en'
        ? 'Training mode: the platforms are look-alikes, nothing is really published.'
        : 'Chế độ tập huấn: các trang mạng ở đây là mô phỏng, không có gì được đăng thật.'}
    </p>
  )
}

/** Above every page of the admin: that this is training, and what of the person's own stands still because somebody said so. */
export async function Banner({ payload, i18n, user }: ServerProps) {
  const stops = user ? await readStops(payload, user) : []
  return (
    <>
      <TrainingBanner i18n={i18n} />
      {stops.map((stop) => (
        <Stop key={stop.id} stop={stop} language={i18n?.language} />
      ))}
    </>
  )
}

async function readStops(payload: Payload, user: NonNullable<ServerProps['user']>): Promise<Pause[]> {
  const where = { active: { equals: true } }
  const asked = { collection: 'pauses', where, depth: 1, limit: 5, sort: 'key', user, overrideAccess: false } as const
  return (await payload.find(asked)).docs
}

function Stop({ stop: { organization, because, by, at }, language }: { stop: Pause; language: string | undefined }) {
  const isEnglish = language === 'en'
  const name = organization && typeof organization !== 'string' ? organization.name : null
  const everything = isEnglish ? 'All publishing is paused.' : 'Đang tạm dừng toàn bộ việc đăng bài.'
  const own = isEnglish ? `Publishing of ${name} is paused.` : `${name} đang tạm dừng đăng bài.`
  return (
    <p className="desk-banner desk-banner--paused" role="status">
      <strong>{name ? own : everything}</strong> {because}
      {by && ` (${by}${at ? `, ${showHour(at)}` : ''})`}
    </p>
  )
}
