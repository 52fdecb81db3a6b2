'use client'
import './parts/admin.css'
import { useDocumentInfo } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { OutsideLink, StateBadge } from './parts/badges'
import { showHour, zoneWord } from './parts/hours'
import { type PublicationRow, Reason } from './parts/publications'
import { PublicationNotes } from './preview/notes'
import { useRows } from './parts/rest'
import { VerbButtons } from './parts/verbs'
import { useSay } from './parts/words'

/** On a publication: its state, why, where it is, and the verbs. */
export function PublicationPanel() {
  const say = useSay()
  const router = useRouter()
  const { id } = useDocumentInfo()
  const { row, refresh } = useRows<PublicationRow>(
    id ? `/publications/${id}?depth=0` : null,
    ({ state }) => state === 'sending' || state === 'processing' || state === 'unknown' || state === 'scheduled',
  )
  if (!row) return null
  const moved = () => {
    refresh()
    router.refresh()
  }
  return (
    <div className="desk-panel">
      <p className="desk-line">
        <StateBadge state={row.state} because={row.withdrawnBecause} />
        <time dateTime={row.dueAt}>
          {showHour(row.dueAt)}, {say(zoneWord)}
        </time>
        {row.remoteUrl && row.state === 'published' && (
          <OutsideLink url={row.remoteUrl} label={say({ vi: 'Xem bài trên nền tảng', en: 'See it on the platform' })}>
            {say({ vi: 'Xem bài', en: 'See it' })} ↗
          </OutsideLink>
        )}
      </p>
      <Reason row={row} />
      <PublicationNotes row={row} />
      <VerbButtons publication={row} onDone={moved} />
    </div>
  )
}
