'use client'
/** One screen for whoever watches at night: is everything alright, and if not, what and where. */
import '../operations.css'
import { useEffect } from 'react'
import { showHour, zoneWord } from '../../parts/hours'
import { useRows } from '../../parts/rest'
import { useSay, type Word } from '../../parts/words'
import { ChannelsPart } from './channels'
import { FiguresPart, WorkersPart } from './figures'
import { OwedPart } from './owed'
import { PausesPart } from './pauses'
import { PostsPart } from './posts'
import type { Truth } from './truth'
import { UpcomingPart } from './upcoming'

const REFRESH_MILLISECONDS = 30_000

export function TruthPage() {
  const say = useSay()
  const { row: truth, isFailed, refresh } = useRows<Truth>('/operations/truth')
  useEffect(() => {
    const timer = setInterval(refresh, REFRESH_MILLISECONDS)
    return () => clearInterval(timer)
  }, [refresh])
  return (
    <div className="desk-truth">
      <h1>{say({ vi: 'Vận hành', en: 'Operations' })}</h1>
      <Freshness at={truth?.at ?? null} isFailed={isFailed} />
      {truth ? (
        <Everything truth={truth} onChange={refresh} />
      ) : (
        !isFailed && <p>{say({ vi: 'Đang đọc…', en: 'Reading…' })}</p>
      )}
    </div>
  )
}

function Freshness({ at, isFailed }: { at: string | null; isFailed: boolean }) {
  const say = useSay()
  const stale = {
    vi: 'Không đọc được số liệu; trang sẽ tự thử lại sau 30 giây. Những gì ở dưới là của lần đọc trước.',
    en: 'The figures cannot be read; tried again in 30 seconds. What stands below is from before.',
  }
  return (
    <>
      <div role="alert">{isFailed && <p className="desk-verdict desk-verdict--bad">✕ {say(stale)}</p>}</div>
      {at && (
        <p className="desk-small">
          {say({ vi: 'Số liệu lúc', en: 'Figures of' })} {showHour(at)}, {say(zoneWord)}.{' '}
          {say({ vi: 'Trang tự cập nhật mỗi 30 giây.', en: 'The page refreshes itself every 30 seconds.' })}
        </p>
      )}
    </>
  )
}

function Everything({ truth, onChange }: { truth: Truth; onChange: () => void }) {
  return (
    <>
      <VerdictPart verdict={truth.verdict} />
      <FiguresPart truth={truth} />
      <PausesPart pauses={truth.pauses} channels={truth.channels} onChange={onChange} />
      <PostsPart
        title={{ vi: 'Bài cần xử lý và chưa rõ kết quả', en: 'Held and unknown posts' }}
        none={{ vi: 'Không có bài nào.', en: 'None.' }}
        posts={truth.troubled}
        channels={truth.channels}
      />
      <OwedPart owed={truth.owed} channels={truth.channels} />
      <ChannelsPart channels={truth.channels} />
      <WorkersPart workers={truth.workers} />
      <UpcomingPart upcoming={truth.upcoming} />
      <PostsPart
        title={{ vi: 'Lỗi gần đây (7 ngày)', en: 'Recent failures (7 days)' }}
        none={{ vi: 'Không có bài nào đăng lỗi.', en: 'Nothing failed.' }}
        posts={truth.failures}
        channels={truth.channels}
      />
      <NoticesPart notices={truth.notices} />
    </>
  )
}

const verdicts: Readonly<Record<Truth['verdict']['mood'], Word & { sign: string }>> = {
  good: { sign: '✓', vi: 'Mọi việc đều ổn.', en: 'Everything is alright.' },
  warning: {
    sign: '!',
    vi: 'Hệ thống chạy, nhưng có việc cần xem:',
    en: 'It works, but there is something to look at:',
  },
  bad: { sign: '✕', vi: 'Có sự cố, cần xử lý ngay:', en: 'Something is wrong and needs you now:' },
}

function VerdictPart({ verdict: { mood, reasons } }: { verdict: Truth['verdict'] }) {
  const say = useSay()
  return (
    <div className={`desk-verdict desk-verdict--${mood}`} role="status">
      <p>
        <span aria-hidden="true">{verdicts[mood].sign}</span> <strong>{say(verdicts[mood])}</strong>
      </p>
      {reasons.length > 0 && (
        <ul>
          {reasons.map((reason) => (
            <li key={reason.vi} className={`desk-reason--${reason.mood}`}>
              {reason.mood === 'bad' && <strong>{say({ vi: 'Gấp: ', en: 'Urgent: ' })}</strong>}
              {say(reason)}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function NoticesPart({ notices: { mail, messengers } }: { notices: Truth['notices'] }) {
  const say = useSay()
  const title = say({ vi: 'Cách báo tin', en: 'How people are told' })
  return (
    <section className="desk-panel" aria-label={title}>
      <h2>{title}</h2>
      <ul>
        <li>{say({ vi: 'Trong trang quản trị: luôn có.', en: 'Inside the admin: always.' })}</li>
        <li>
          {mail
            ? say({ vi: 'Thư điện tử: có.', en: 'Mail: yes.' })
            : say({
                vi: 'Thư điện tử: chưa cấu hình (SMTP_URL, MAIL_FROM), nên không ai nhận thư.',
                en: 'Mail: not set up (SMTP_URL, MAIL_FROM), so nobody gets any.',
              })}
        </li>
        <li>
          {messengers.length > 0
            ? `${say({ vi: 'Nhắn người trực', en: 'Duty officers' })}: ${messengers.join(', ')}.`
            : say({
                vi: 'Nhắn người trực: chưa cấu hình (NOTIFY_…_TOKEN).',
                en: 'Duty officers: not set up (NOTIFY_…_TOKEN).',
              })}
        </li>
      </ul>
    </section>
  )
}
