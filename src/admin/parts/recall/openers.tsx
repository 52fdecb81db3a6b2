'use client'
/** The two grave buttons, each with its dialog. */
import { Button } from '@payloadcms/ui'
import { useRef, useState } from 'react'
import { isRecalled } from '@/approval'
import { isOver, type State } from '@/publishing/states'
import type { Known, MayOf } from '.'
import { useSay, type Word } from '../words'
import { CorrectionDialog } from './correction-dialog'
import { RecallDialog } from './recall-dialog'

type Props = { path: string; known: Known; mayOf: MayOf; onDone(): void }

export function Openers({ path, known, mayOf, onDone }: Props) {
  const say = useSay()
  const [open, setOpen] = useState<'recall' | 'correction' | null>(null)
  const place = useRef<HTMLDivElement>(null)
  const leave = () => {
    setOpen(null)
    // The button that opened it may be gone with what it was for.
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) place.current?.focus()
    })
  }
  return (
    <div className="desk-buttons" ref={place} tabIndex={-1}>
      {offersOf(known, mayOf).map(([, name, word]) => (
        <Button
          key={name}
          size="medium"
          margin={false}
          buttonStyle="secondary"
          className="desk-grave"
          aria-haspopup="dialog"
          onClick={() => setOpen(name)}
        >
          {say(word)}
        </Button>
      ))}
      {open === 'recall' && (
        <RecallDialog path={path} answer={known.answer} mayTick={mayOf('withdraw')} onDone={onDone} onLeave={leave} />
      )}
      {open === 'correction' && <CorrectionDialog path={path} onDone={onDone} onLeave={leave} />}
    </div>
  )
}

type Offer = [isOffered: boolean, name: 'recall' | 'correction', word: Word]

/** What this person may do about the item as it stands. */
export function offersOf(known: Known, mayOf: MayOf): Offer[] {
  const offers: Offer[] = [
    [mayOf('recall') && isRecallable(known), 'recall', { vi: 'Thu hồi', en: 'Recall' }],
    [mayOf('withdraw') && isCorrectable(known), 'correction', { vi: 'Cải chính', en: 'Correct' }],
  ]
  return offers.filter(([isOffered]) => isOffered)
}

function isRecallable({ item, states }: Known): boolean {
  if (isRecalled(item.approval)) return false
  return item.approval.state === 'approved' || states.some((state) => !isOver(state))
}

const mayBeSeen: readonly State[] = ['published', 'withdrawn', 'sending', 'processing', 'unknown']

/** The server knows better who may have seen what; one that is owed is not drafted twice. */
function isCorrectable({ item, states, report }: Known): boolean {
  const isCorrection = report?.correction.id === item.id
  const isOwed = report !== null && report.closedAt === null
  return !isCorrection && !isOwed && states.some((state) => mayBeSeen.includes(state))
}
