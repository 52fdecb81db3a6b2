'use client'
/** What the desk should know about a publication beside its state: what was found before its hour, what came of it. */
import './preview.css'
import { showHour } from '../parts/hours'
import type { PublicationRow } from '../parts/publications'
import { type Say, useSay } from '../parts/words'

export function PublicationNotes({ row }: { row: PublicationRow }) {
  const say = useSay()
  const notes = [...beforehand(row, say), ...afterwards(row, say)]
  if (notes.length === 0) return null
  return (
    <ul className="desk-notes">
      {notes.map((note) => (
        <li key={note} className="desk-small">
          {note}
        </li>
      ))}
    </ul>
  )
}

/** Only while it waits; a held one says the same in its reason, and a draft is looked at anew once it is approved. */
function beforehand({ state, priority, preflightProblems }: PublicationRow, say: Say): string[] {
  if (state !== 'scheduled' && state !== 'draft') return []
  const urgent = {
    vi: 'Tin khẩn: gửi trước các bài khác của kênh',
    en: 'Urgent: goes before the channel’s other posts',
  }
  const early = say({ vi: 'Lưu ý trước giờ đăng', en: 'Before its hour' })
  const found = state === 'scheduled' ? (preflightProblems ?? []) : []
  return [
    ...(priority ? [say(urgent)] : []),
    ...found.map(({ message }) => `${early}: ${typeof message === 'string' ? message : say(message)}`),
  ]
}

function afterwards({ state, remarks, commentedAt, updatedLiveAt }: PublicationRow, say: Say): string[] {
  if (state !== 'published') return []
  const hours: [string | null | undefined, string][] = [
    [updatedLiveAt, say({ vi: 'Đã cập nhật lúc', en: 'Updated at' })],
    [commentedAt, say({ vi: 'Có bình luận mới lúc', en: 'New comment at' })],
  ]
  return [
    ...(remarks ?? []).map(({ message }) => (typeof message === 'string' ? message : say(message))),
    ...hours.flatMap(([hour, what]) => (hour ? [`${what} ${showHour(hour)}`] : [])),
  ]
}
