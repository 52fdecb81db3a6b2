'use client'
import './parts/admin.css'
import type { DefaultCellComponentProps } from 'payload'
import type { State } from '@/publishing/states'
import { OutsideLink } from './parts/badges'
import { showHour } from './parts/hours'
import { stateWords, usePlatformName, useSay } from './parts/words'

type Place = { platform: string; state: State; url: string | null; dueAt: string }

/** In the list of content: every place where the item is, or will be. */
export function LiveCell({ rowData }: DefaultCellComponentProps) {
  const say = useSay()
  const places = (rowData as { live?: Place[] }).live ?? []
  if (places.length === 0)
    return <span className="desk-small">{say({ vi: 'Chưa chọn kênh', en: 'No channel yet' })}</span>
  return (
    <ul className="desk-places">
      {places.map((place, index) => (
        <li key={`${place.platform}-${index}`}>
          <PlaceBadge place={place} />
        </li>
      ))}
    </ul>
  )
}

function PlaceBadge({ place: { platform, state, url, dueAt } }: { place: Place }) {
  const say = useSay()
  const name = usePlatformName()(platform)
  const word = stateWords[state]
  const text = state === 'scheduled' || state === 'draft' ? `${say(word)} ${showHour(dueAt)}` : say(word)
  const badge = (
    <span className={`desk-badge desk-badge--${word.mood}`}>
      <span aria-hidden="true">{word.sign}</span> <strong>{name}</strong> {text}
    </span>
  )
  if (state !== 'published' || !url) return badge
  return (
    <OutsideLink url={url} label={`${name}: ${text}. ${say({ vi: 'Mở bài', en: 'Open it' })}`}>
      {badge}
    </OutsideLink>
  )
}
