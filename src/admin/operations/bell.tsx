'use client'
/** What this person has been told and has not read yet, in the head of every page. */
import './operations.css'
import { useAuth } from '@payloadcms/ui'
import { type KeyboardEvent, useEffect, useId, useState } from 'react'
import { showHour } from '../parts/hours'
import { useAction, useRows } from '../parts/rest'
import { useNumbers, useSay } from '../parts/words'

type Unread = { count: number; newest: { id: string; sentence: string; link: string; at: string }[] }

const REFRESH_MILLISECONDS = 60_000

export function Bell() {
  const { user } = useAuth()
  return user ? <OpenBell /> : null
}

function OpenBell() {
  const say = useSay()
  const numbers = useNumbers()
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  const { row: unread, refresh } = useRows<Unread>('/notifications/unread')
  useEffect(() => {
    const timer = setInterval(refresh, REFRESH_MILLISECONDS)
    return () => clearInterval(timer)
  }, [refresh])
  const count = unread?.count ?? 0
  const name = say({ vi: `Thông báo: ${numbers(count)} chưa đọc`, en: `Notifications: ${numbers(count)} unread` })
  const onKeyDown = (event: KeyboardEvent) => event.key === 'Escape' && setOpen(false)
  return (
    <div className="desk-bell" onKeyDown={onKeyDown}>
      <button
        type="button"
        className="desk-bell__button"
        aria-expanded={isOpen}
        aria-controls={id}
        aria-label={name}
        onClick={() => setOpen(!isOpen)}
      >
        <BellIcon />
        {count > 0 && (
          <span className="desk-bell__count" aria-hidden="true">
            {count > 99 ? '99+' : count}
          </span>
        )}
      </button>
      <div id={id} hidden={!isOpen} className="desk-bell__panel">
        {unread && <Panel unread={unread} onRead={refresh} />}
      </div>
    </div>
  )
}

function Panel({ unread: { newest }, onRead }: { unread: Unread; onRead: () => void }) {
  const say = useSay()
  const { isRunning, run } = useAction(onRead)
  const [latest] = newest
  return (
    <>
      {newest.length === 0 && <p>{say({ vi: 'Không có thông báo mới.', en: 'Nothing new.' })}</p>}
      <ul>
        {newest.map(({ id, sentence, link, at }) => (
          <li key={id}>
            <a href={link} onClick={() => void run(`/notifications/${id}/read`)}>
              {sentence}
            </a>
            <span className="desk-small">{showHour(at)}</span>
          </li>
        ))}
      </ul>
      <p className="desk-line">
        {latest && (
          <button
            type="button"
            className="desk-bell__all"
            disabled={isRunning}
            onClick={() => void run('/notifications/read-all', { until: latest.at })}
          >
            {say({ vi: 'Đánh dấu đã đọc tất cả', en: 'Mark all as read' })}
          </button>
        )}
        <a href="/admin/collections/notifications">{say({ vi: 'Xem tất cả', en: 'See all' })}</a>
      </p>
    </>
  )
}

function BellIcon() {
  return (
    <svg
      viewBox="0 0 24 24"
      width="20"
      height="20"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      aria-hidden="true"
    >
      <path d="M6 9a6 6 0 0 1 12 0c0 6 2 7 2 8H4c0-1 2-2 2-8zM10 20a2 2 0 0 0 4 0" strokeLinejoin="round" />
    </svg>
  )
}
