'use client'
/** Taking an item back from everywhere, and the correction that is owed for it. */
import './recall.css'
import { useAuth } from '@payloadcms/ui'
import { type Duty, idOf, may, type Person } from '@/access/roles'
import type { State } from '@/publishing/states'
import type { DeskItem } from '../approval/signing'
import { useRows } from '../rest'
import { useSay } from '../words'
import { CorrectionOwed } from './correction-owed'
import { offersOf, Openers } from './openers'
import { Recalled } from './recalled'
import type { Correction, RecallAnswer } from './words'

export type RecallItem = DeskItem & { updatedAt: string }

type Props = { path: string; item: RecallItem; states: readonly State[]; onDone: () => void }

export function RecallPart({ path, item, states, onDone }: Props) {
  const say = useSay()
  const mayOf = useDuties(item)
  const { answer, report, changed } = useStanding({ path, item, onDone })
  const known = { item, states, answer, report }
  if (!answer?.recall && !report && offersOf(known, mayOf).length === 0) return null
  const title = say({ vi: 'Thu hồi và cải chính', en: 'Recall and correction' })
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      {answer?.recall && <Recalled path={path} answer={answer} mayOf={mayOf} onDone={changed} />}
      {report && <CorrectionOwed item={item} report={report} mayTick={mayOf('withdraw')} onDone={changed} />}
      <Openers path={path} known={known} mayOf={mayOf} onDone={changed} />
    </section>
  )
}

export type Known = {
  item: RecallItem
  states: readonly State[]
  answer: RecallAnswer | null
  report: Correction | null
}

/** The hour of the item's last change is part of the address: a decision changes what stands here. */
function useStanding({ path, item, onDone }: Omit<Props, 'states'>) {
  const recalls = useRows<RecallAnswer>(`${path}/recall?saved=${item.updatedAt}`, isUnderWay)
  const corrections = useRows<{ report: Correction | null }>(`${path}/correction?saved=${item.updatedAt}`, isOwed)
  const changed = () => {
    recalls.refresh()
    corrections.refresh()
    onDone()
  }
  return { answer: recalls.row, report: corrections.row?.report ?? null, changed }
}

export type MayOf = (duty: Duty) => boolean

function useDuties({ organization }: DeskItem): MayOf {
  const { user } = useAuth()
  return (duty) => user !== null && user !== undefined && may(user as unknown as Person, duty, idOf(organization))
}

function isUnderWay({ places }: RecallAnswer): boolean {
  return places.some(({ result }) => result === 'under-way')
}

function isOwed({ report }: { report: Correction | null }): boolean {
  return report !== null && report.closedAt === null
}
