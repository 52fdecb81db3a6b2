'use client'
import { Button } from '@payloadcms/ui'
import type { MayOf } from '.'
import { Problems } from '../badges'
import { showHour } from '../hours'
import { useAction } from '../rest'
import { useSay } from '../words'
import { RecallPlaces } from './places'
import { isDown, type RecallAnswer } from './words'

type Props = { path: string; answer: RecallAnswer; mayOf: MayOf; onDone(): void }

/** Who took it back, why, and how far it has come. */
export function Recalled({ path, answer: { recall, places }, mayOf, onDone }: Props) {
  const say = useSay()
  const { isRunning, problems, run } = useAction(onDone)
  if (!recall) return null
  const isLeft = places.some((place) => !isDown(place) && place.result !== 'by-hand')
  return (
    <div className="desk-recalled">
      <p>
        <strong>{say({ vi: 'Đã thu hồi', en: 'Recalled' })}</strong>{' '}
        <time dateTime={recall.at}>{showHour(recall.at)}</time>, {recall.by}: {recall.because}
      </p>
      <RecallPlaces places={places} mayTick={mayOf('withdraw')} onDone={onDone} />
      {isLeft && mayOf('recall') && (
        <Button
          size="medium"
          margin={false}
          buttonStyle="secondary"
          disabled={isRunning}
          onClick={() => void run(`${path}/recall`, { reason: recall.because })}
        >
          {say({ vi: 'Thu hồi tiếp', en: 'Go on recalling' })}
        </Button>
      )}
      <Problems problems={problems} />
    </div>
  )
}
