'use client'
/** What has come of a recall, channel by channel. */
import { Button } from '@payloadcms/ui'
import { Badge, OutsideLink, Problems } from '../badges'
import { showHour } from '../hours'
import { useAction } from '../rest'
import { useSay } from '../words'
import { isDown, type Place, resultWords, summaryOf } from './words'

type Props = { places: readonly Place[]; mayTick: boolean; onDone(): void }

export function RecallPlaces({ places, mayTick, onDone }: Props) {
  const say = useSay()
  return (
    <>
      <p role="status" className="desk-recall-summary">
        {say(summaryOf(places))}
      </p>
      <ul className="desk-recall-places">
        {places.map((place) => (
          <li key={place.publication}>
            <PlaceLine place={place} />
            {mayTick && !isDown(place) && place.result !== 'under-way' && <Tick place={place} onDone={onDone} />}
          </li>
        ))}
      </ul>
    </>
  )
}

function PlaceLine({ place }: { place: Place }) {
  const say = useSay()
  const { label, channel, result, message, url, nextTryAt } = place
  return (
    <div>
      <p className="desk-line">
        <strong>{label}</strong> {channel.name} <Badge word={resultWords[result]} />
        {url && !isDown(place) && (
          <OutsideLink url={url} label={`${say({ vi: 'Mở bài trên', en: 'Open it on' })} ${label}`}>
            {say({ vi: 'Mở bài', en: 'Open it' })} ↗
          </OutsideLink>
        )}
      </p>
      {message && <p className="desk-small">{message}</p>}
      {nextTryAt && !isDown(place) && (
        <p className="desk-small">
          {say({ vi: 'Hệ thống thử lại lúc', en: 'Tried again at' })} {showHour(nextTryAt)}
        </p>
      )}
    </div>
  )
}

function Tick({ place, onDone }: { place: Place; onDone(): void }) {
  const say = useSay()
  const { isRunning, problems, run } = useAction(onDone)
  const word = say({ vi: 'Đã gỡ bằng tay', en: 'Taken down by hand' })
  return (
    <div>
      <Button
        size="small"
        margin={false}
        buttonStyle="secondary"
        disabled={isRunning}
        aria-label={`${word}: ${place.label}, ${place.channel.name}`}
        onClick={() => void run(`/publications/${place.publication}/withdrawn-by-hand`)}
      >
        {word}
      </Button>
      <Problems problems={problems} />
    </div>
  )
}
