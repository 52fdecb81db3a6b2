'use client'
import './parts/admin.css'
import { useDocumentInfo } from '@payloadcms/ui'
import { showDay } from './parts/hours'
import { useRows } from './parts/rest'
import { useSay } from './parts/words'

type Standing = {
  id: string
  text: string
  owed: number
  published: number
  scheduled: number
  missing: number
  from: string
  to: string
}

/** How every quota of the plan stands in its current period. */
export function PlanProgress() {
  const say = useSay()
  const { id } = useDocumentInfo()
  const { row, isFailed } = useRows<{ standings: Standing[] }>(id ? `/quotas/standings?plan=${id}` : null)
  const title = say({ vi: 'Định mức của kế hoạch', en: 'Quotas of the plan' })
  if (!id) return null
  return (
    <section className="desk-panel" aria-label={title}>
      <h3>{title}</h3>
      {isFailed && (
        <p className="desk-note">
          {say({
            vi: 'Không đọc được định mức; hãy tải lại trang.',
            en: 'The quotas cannot be read; reload the page.',
          })}
        </p>
      )}
      {row?.standings.length === 0 && (
        <p className="desk-note">{say({ vi: 'Kế hoạch chưa có định mức nào.', en: 'The plan has no quota yet.' })}</p>
      )}
      <ul className="desk-standings">
        {row?.standings.map((standing) => (
          <StandingLine key={standing.id} standing={standing} />
        ))}
      </ul>
    </section>
  )
}

function StandingLine({ standing: { text, owed, published, scheduled, missing, from, to } }: { standing: Standing }) {
  const say = useSay()
  const last = new Date(new Date(to).getTime() - 1)
  return (
    <li>
      <p>
        <span aria-hidden="true">{missing > 0 ? '!' : '✓'}</span> {text}
      </p>
      <div className="desk-bar" aria-hidden="true">
        <span className="desk-bar__done" style={{ width: `${share(published, owed)}%` }} />
        <span
          className="desk-bar__waiting"
          style={{ width: `${Math.min(share(scheduled, owed), 100 - share(published, owed))}%` }}
        />
      </div>
      <p className="desk-small">
        {say({ vi: 'Kỳ này', en: 'This period' })}: {showDay(from)} – {showDay(last)}
      </p>
    </li>
  )
}

function share(count: number, owed: number): number {
  return owed === 0 ? 100 : Math.min(100, Math.round((count / owed) * 100))
}
