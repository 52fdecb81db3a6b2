'use client'
/** Where the wrong item stood, and whether the correction stands there. */
import { Button } from '@payloadcms/ui'
import { useState } from 'react'
import { Ask } from '../ask'
import { Badge, OutsideLink, Problems, StateBadge } from '../badges'
import { useAction } from '../rest'
import { useSay } from '../words'
import { type Correction, correctionWords } from './words'

type Place = Correction['places'][number]

type Props = { report: Correction; mayTick: boolean; onDone(): void }

export function CorrectionPlaces({ report, mayTick, onDone }: Props) {
  return (
    <ul className="desk-recall-places">
      {report.places.map((place) => (
        <li key={place.channel.id}>
          <PlaceLine place={place} />
          {mayTick && place.result === 'by-hand' && <Tick place={place} onDone={onDone} />}
        </li>
      ))}
    </ul>
  )
}

function PlaceLine({ place: { label, channel, result, correction, message, url } }: { place: Place }) {
  const say = useSay()
  return (
    <div>
      <p className="desk-line">
        <strong>{label}</strong> {channel.name} <Badge word={correctionWords[result]} />
        {correction && result !== 'done' && <StateBadge state={correction.state} />}
        {url && (
          <OutsideLink url={url} label={`${say({ vi: 'Xem tin cải chính trên', en: 'See it on' })} ${label}`}>
            {say({ vi: 'Xem tin', en: 'See it' })} ↗
          </OutsideLink>
        )}
      </p>
      {message && <p className="desk-small">{message}</p>}
    </div>
  )
}

const word = { vi: 'Đã cải chính', en: 'Corrected' }

function Tick({ place, onDone }: { place: Place; onDone(): void }) {
  const say = useSay()
  const [isAsking, setAsking] = useState(false)
  const { isRunning, problems, run } = useAction(() => {
    setAsking(false)
    onDone()
  })
  const label = { vi: 'Đường dẫn của tin cải chính đã đăng', en: 'Address of the correction' }
  return (
    <div>
      {isAsking ? (
        <Ask
          question={{ kind: 'address', label }}
          action={word}
          isRunning={isRunning}
          onAnswer={(url) => void run(`/publications/${place.wrong.publication}/corrected-by-hand`, { url })}
          onLeave={() => setAsking(false)}
        />
      ) : (
        <Button
          size="small"
          margin={false}
          buttonStyle="secondary"
          aria-label={`${say(word)}: ${place.label}, ${place.channel.name}`}
          onClick={() => setAsking(true)}
        >
          {say(word)}
        </Button>
      )}
      <Problems problems={problems} />
    </div>
  )
}
