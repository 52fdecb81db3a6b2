import '../parts/admin.css'
import type { ServerProps } from 'payload'
import { environment } from '@/platform/env'
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

/** Above every page of the admin: that this is training, and that nothing goes out while everything is paused. */
export async function Banner({ payload, i18n }: ServerProps) {
  const say = (vi: string, en: string) => (i18n?.language === 'en' ? en : vi)
  const { paused, because, by, at } = await payload.findGlobal({ slug: 'switchboard', depth: 0, overrideAccess: true })
  return (
    <>
      <TrainingBanner i18n={i18n} />
      {paused && (
        <p className="desk-banner desk-banner--paused" role="status">
          <strong>{say('Đang tạm dừng toàn bộ việc đăng bài.', 'All publishing is paused.')}</strong> {because}
          {by && ` (${by}${at ? `, ${showHour(at)}` : ''})`}
        </p>
      )}
    </>
  )
}
