'use client'
import { showHour } from '../../parts/hours'
import { useNumbers, useSay } from '../../parts/words'
import type { Truth } from './truth'

/** The next 24 hours: a bar and a number for every hour in which something goes out. */
export function UpcomingPart({ upcoming: { hours, total, isCapped } }: { upcoming: Truth['upcoming'] }) {
  const say = useSay()
  const numbers = useNumbers()
  const title = say({ vi: '24 giờ tới', en: 'Next 24 hours' })
  const most = Math.max(1, ...hours.map(({ count }) => count))
  const busy = hours.filter(({ count }) => count > 0)
  return (
    <section className="desk-panel" aria-label={title}>
      <h2>{title}</h2>
      <p>
        {isCapped && say({ vi: 'Ít nhất ', en: 'At least ' })}
        {numbers(total)} {say({ vi: 'bài đã duyệt sẽ đăng.', en: 'approved posts go out.' })}
      </p>
      <ul className="desk-hours">
        {busy.map(({ from, count }) => (
          <li key={from}>
            <span className="desk-hours__hour">{showHour(from)}</span>
            <span className="desk-hours__bar" aria-hidden="true">
              <span style={{ width: `${Math.max(2, Math.round((count / most) * 100))}%` }} />
            </span>
            <span>
              {numbers(count)} {say({ vi: 'bài', en: count === 1 ? 'post' : 'posts' })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
