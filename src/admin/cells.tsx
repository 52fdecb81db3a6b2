'use client'
/** Small cells of the list of publications. */
import './parts/admin.css'
import type { DefaultCellComponentProps } from 'payload'
import { OutsideLink, StateBadge } from './parts/badges'
import { showHour, zoneWord } from './parts/hours'
import { type PublicationRow, Reason } from './parts/publications'
import { useSay } from './parts/words'

/** An hour as everybody here means it, wherever the browser stands; the zone is in the tip and for screen readers. */
export function HourCell({ cellData }: DefaultCellComponentProps) {
  const say = useSay()
  if (!cellData) return null
  return (
    <time dateTime={String(cellData)} title={say(zoneWord)}>
      {showHour(String(cellData))}
    </time>
  )
}

export function LinkCell({ rowData }: DefaultCellComponentProps) {
  const say = useSay()
  const { remoteUrl, state, title } = rowData as { remoteUrl?: string | null; state?: string; title?: string }
  if (!remoteUrl || state !== 'published') return null
  return (
    <OutsideLink url={remoteUrl} label={`${say({ vi: 'Xem bài', en: 'See' })}: ${title ?? remoteUrl}`}>
      {say({ vi: 'Xem bài', en: 'See it' })} ↗
    </OutsideLink>
  )
}

/** The state, or what took it from where it was. */
export function StateCell({ rowData }: DefaultCellComponentProps) {
  const { state, withdrawnBecause } = rowData as PublicationRow
  return <StateBadge state={state} because={withdrawnBecause} />
}

/** Why a publication waits or failed. */
export function ReasonCell({ rowData }: DefaultCellComponentProps) {
  return <Reason row={rowData as PublicationRow} />
}
