'use client'
import './parts/admin.css'
import type { DefaultCellComponentProps } from 'payload'
import type { State } from '@/publishing/states'
import { OutsideLink } from './parts/badges'
import { showHour } from './parts/hours'
import { stateWords, usePlatformName, useSay } from './parts/words'

type Place = { platform: string; state: State; url: string | null; dueAt: string; because?: string | null }

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

function PlaceBadge({ place }: { place: Place }) {
  const { platform, state, url } = place
  const say = useSay()
  const name = usePlatformName()(platform)
  const word = stateWords[state]
  const text = textOf(place, say(word))
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

/** What waits has its hour, what the platform took down says so. */
function textOf({ state, dueAt, because }: Place, word: string): string {
  if (state === 'scheduled' || state === 'draft') return `${word} ${showHour(dueAt)}`
  return state === 'withdrawn' && because ? because : word
}
