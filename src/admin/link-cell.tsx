'use client'
import './parts/admin.css'
import type { DefaultCellComponentProps } from 'payload'
import { OutsideLink } from './parts/badges'
import { useSay } from './parts/words'

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
