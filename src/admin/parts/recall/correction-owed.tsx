'use client'
import type { RecallItem } from '.'
import { Badge } from '../badges'
import { showHour } from '../hours'
import { approvalWords, useSay, type Word } from '../words'
import { CorrectionPlaces } from './correction-places'
import { type Correction, draftPath, wrongPath } from './words'

type Props = { item: RecallItem; report: Correction; mayTick: boolean; onDone(): void }

/** On the wrong item and on its correction: owed until it stands everywhere. */
export function CorrectionOwed({ item, report, mayTick, onDone }: Props) {
  const say = useSay()
  const isItself = report.correction.id === item.id
  return (
    <div className={report.closedAt ? 'desk-corrected' : 'desk-owed'}>
      <p>
        <strong>{say(standOf(report))}</strong>
      </p>
      <p className="desk-line">
        {isItself ? (
          <>
            {say({ vi: 'Cải chính cho bài', en: 'Corrects' })}: <a href={wrongPath(report)}>{report.of.title}</a>
          </>
        ) : (
          <>
            {say({ vi: 'Tin cải chính', en: 'Correction' })}: <a href={draftPath(report)}>{report.correction.title}</a>{' '}
            <Badge word={approvalWords[report.correction.state]} />
          </>
        )}
      </p>
      <CorrectionPlaces report={report} mayTick={mayTick} onDone={onDone} />
    </div>
  )
}

function standOf({ closedAt, dueAt, isLate }: Correction): Word {
  const hour = showHour(closedAt ?? dueAt)
  if (closedAt) return { vi: `Đã cải chính ở mọi kênh lúc ${hour}.`, en: `Corrected everywhere at ${hour}.` }
  if (isLate) return { vi: `Quá hạn cải chính (hạn ${hour}).`, en: `The correction is overdue (due ${hour}).` }
  return { vi: `Còn nợ tin cải chính, hạn ${hour}.`, en: `A correction is owed until ${hour}.` }
}
