'use client'
/** Where this item goes and when: one line per publication, a card each where there is little room. */
import type { State } from '@/publishing/states'
import { PublicationNotes } from '../preview/notes'
import { OutsideLink, StateBadge } from './badges'
import { showHour, zoneWord } from './hours'
import type { Problem } from './rest'
import { VerbButtons } from './verbs'
import { usePlatformName, useSay } from './words'

export type PublicationRow = {
  id: string
  channel: string
  platform: string
  organization: string
  dueAt: string
  state: State
  remoteUrl?: string | null
  heldMessage?: string | null
  failureMessage?: string | null
  withdrawnBecause?: string | null
  remarks?: Problem[] | null
  preflightProblems?: Problem[] | null
  /** Above 0: before what else waits on its channel. */
  priority?: number | null
  commentedAt?: string | null
  updatedLiveAt?: string | null
  /** Being taken back with its whole item. */
  recallStage?: string | null
}

export function PublicationsPart({
  rows,
  channelNames,
  onDone,
}: {
  rows: readonly PublicationRow[]
  channelNames: Readonly<Record<string, string>>
  onDone: () => void
}) {
  const say = useSay()
  if (rows.length === 0)
    return <p className="desk-note">{say({ vi: 'Chưa chọn kênh nào.', en: 'No channel has been chosen yet.' })}</p>
  const heads = [
    { vi: 'Kênh', en: 'Channel' },
    { vi: 'Giờ đăng', en: 'Hour' },
    { vi: 'Trạng thái', en: 'State' },
    { vi: 'Thao tác', en: 'Actions' },
  ].map(say)
  return (
    <table className="desk-table">
      <caption>{say(zoneWord)}</caption>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Line key={row.id} row={row} heads={heads} channelName={channelNames[row.channel] ?? ''} onDone={onDone} />
        ))}
      </tbody>
    </table>
  )
}

function Line({
  row,
  heads,
  channelName,
  onDone,
}: {
  row: PublicationRow
  heads: readonly string[]
  channelName: string
  onDone: () => void
}) {
  const say = useSay()
  const platform = usePlatformName()(row.platform)
  const [channelHead, hourHead, stateHead, verbsHead] = heads
  return (
    <tr>
      <td data-head={channelHead}>
        <strong>{platform}</strong>
        <span className="desk-small">{channelName}</span>
      </td>
      <td data-head={hourHead}>
        <time dateTime={row.dueAt}>{showHour(row.dueAt)}</time>
      </td>
      <td data-head={stateHead}>
        <StateBadge state={row.state} because={row.withdrawnBecause} />
        <Reason row={row} />
        <PublicationNotes row={row} />
        {row.remoteUrl && row.state === 'published' && (
          <OutsideLink url={row.remoteUrl} label={`${say({ vi: 'Xem bài trên', en: 'See it on' })} ${platform}`}>
            {say({ vi: 'Xem bài', en: 'See it' })} ↗
          </OutsideLink>
        )}
      </td>
      <td data-head={verbsHead}>
        <VerbButtons publication={row} onDone={onDone} />
      </td>
    </tr>
  )
}

/** Why it waits or failed, in the words that the desk stored; nothing once that is over. */
export function Reason({ row }: { row: Pick<PublicationRow, 'state' | 'heldMessage' | 'failureMessage'> }) {
  const text = reasonOf(row)
  return text ? <span className="desk-small">{text}</span> : null
}

function reasonOf({
  state,
  heldMessage,
  failureMessage,
}: Pick<PublicationRow, 'state' | 'heldMessage' | 'failureMessage'>): string {
  if (state === 'held') return heldMessage ?? ''
  return state === 'failed' || state === 'scheduled' || state === 'unknown' ? (failureMessage ?? '') : ''
}
