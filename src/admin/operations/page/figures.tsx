'use client'
import { showHour } from '../../parts/hours'
import { useNumbers, useSay, type Word } from '../../parts/words'
import { Badge } from '../../parts/badges'
import type { Truth } from './truth'

/** Seconds in words that need no reckoning. */
function useDuration(): (seconds: number) => string {
  const say = useSay()
  const numbers = useNumbers()
  return (seconds) => {
    if (seconds < 120) return `${numbers(seconds, seconds < 10 ? 1 : 0)} ${say(units.second)}`
    if (seconds < 7200) return `${numbers(seconds / 60)} ${say(units.minute)}`
    return seconds < 172_800
      ? `${numbers(seconds / 3600)} ${say(units.hour)}`
      : `${numbers(seconds / 86_400)} ${say(units.day)}`
  }
}

const units = {
  second: { vi: 'giây', en: 's' },
  minute: { vi: 'phút', en: 'min' },
  hour: { vi: 'giờ', en: 'h' },
  day: { vi: 'ngày', en: 'days' },
}

export function FiguresPart({ truth: { oldestDue, counts, lateness } }: { truth: Truth }) {
  const say = useSay()
  const numbers = useNumbers()
  const duration = useDuration()
  const title = say({ vi: 'Con số chính', en: 'Main figures' })
  return (
    <section className="desk-panel" aria-label={title}>
      <h2>{title}</h2>
      <dl className="desk-figures">
        <Figure word={{ vi: 'Bài chờ lâu nhất từ khi đến giờ', en: 'Longest wait of a due post' }}>
          {oldestDue ? duration(oldestDue.secondsWaiting) : say({ vi: 'không có', en: 'none' })}
        </Figure>
        <Figure word={{ vi: 'Đến giờ, chờ nhận', en: 'Due now' }}>{numbers(counts.due)}</Figure>
        <Figure word={{ vi: 'Đang đăng', en: 'Sending' }}>{numbers(counts.sending)}</Figure>
        <Figure word={{ vi: 'Chờ nền tảng xử lý', en: 'Processing' }}>{numbers(counts.processing)}</Figure>
        <Figure word={{ vi: 'Đã hẹn giờ', en: 'Scheduled' }}>{numbers(counts.scheduled)}</Figure>
        <Figure word={{ vi: 'Cần xử lý', en: 'Held' }}>{numbers(counts.held)}</Figure>
        <Figure word={{ vi: 'Chưa rõ kết quả', en: 'Unknown' }}>{numbers(counts.unknown)}</Figure>
        <Figure word={{ vi: 'Độ trễ trong giờ qua', en: 'Lateness, last hour' }}>
          <LatenessText lateness={lateness.hour} />
        </Figure>
        <Figure word={{ vi: 'Độ trễ trong 24 giờ qua', en: 'Lateness, last 24 hours' }}>
          <LatenessText lateness={lateness.day} />
        </Figure>
      </dl>
    </section>
  )
}

function Figure({ word, children }: { word: Word; children: React.ReactNode }) {
  const say = useSay()
  return (
    <div>
      <dt>{say(word)}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function LatenessText({ lateness: { count, p50, p99 } }: { lateness: Truth['lateness']['hour'] }) {
  const say = useSay()
  const numbers = useNumbers()
  const duration = useDuration()
  if (p50 === null || p99 === null) return <>{say({ vi: 'chưa có bài nào lên', en: 'nothing went live' })}</>
  return (
    <>
      {say({ vi: 'một nửa dưới', en: 'half below' })} {duration(p50)}, {say({ vi: '99% dưới', en: '99% below' })}{' '}
      {duration(p99)}{' '}
      <span className="desk-small">
        ({numbers(count)} {say({ vi: 'bài', en: 'posts' })})
      </span>
    </>
  )
}

const workerWords = {
  alive: { vi: 'Đang chạy', en: 'Running', sign: '✓', mood: 'good' },
  missing: { vi: 'Mất liên lạc', en: 'Missing', sign: '✕', mood: 'bad' },
  gone: { vi: 'Đã dừng', en: 'Ended', sign: '–', mood: 'quiet' },
} as const

/** More than this is told in red; the server counts it against the verdict. */
const MOST_SKEW_MILLISECONDS = 2000

export function WorkersPart({ workers }: { workers: Truth['workers'] }) {
  const say = useSay()
  const title = say({ vi: 'Tiến trình đăng bài', en: 'Workers' })
  return (
    <section className="desk-panel" aria-label={title}>
      <h2>{title}</h2>
      {workers.length === 0 && (
        <p>{say({ vi: 'Trong 24 giờ qua không có tiến trình nào.', en: 'None in the last 24 hours.' })}</p>
      )}
      <ul className="desk-list">
        {workers.map((worker) => (
          <li key={worker.name}>
            <p className="desk-line">
              <Badge word={workerWords[worker.state]} />
              <strong>{worker.name}</strong>
            </p>
            <WorkerFacts worker={worker} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function WorkerFacts({ worker }: { worker: Truth['workers'][number] }) {
  const say = useSay()
  const duration = useDuration()
  const { version, startedAt, secondsSilent, clockSkewMs, inFlight, state } = worker
  return (
    <>
      <span className="desk-small">
        {say({ vi: 'Tín hiệu cuối', en: 'Last heartbeat' })} {duration(secondsSilent)} {say({ vi: 'trước', en: 'ago' })}{' '}
        · {say({ vi: 'chạy từ', en: 'since' })} {showHour(startedAt)} · {say({ vi: 'phiên bản', en: 'version' })}{' '}
        {version ?? '?'}
        {inFlight !== null && ` · ${say({ vi: 'đang gửi', en: 'in flight' })} ${inFlight}`}
      </span>
      {clockSkewMs !== null && state === 'alive' && <Skew milliseconds={clockSkewMs} />}
    </>
  )
}

const checkClock = {
  vi: 'Quá 2 giây: hãy kiểm tra dịch vụ giờ (NTP) của máy.',
  en: 'Over 2 s: check the time service (NTP) of the machine.',
}

function Skew({ milliseconds }: { milliseconds: number }) {
  const say = useSay()
  const numbers = useNumbers()
  const text = `${say({ vi: 'Đồng hồ lệch', en: 'Clock off by' })} ${numbers(milliseconds / 1000, 2)} ${say(units.second)}`
  if (Math.abs(milliseconds) <= MOST_SKEW_MILLISECONDS) return <span className="desk-small">{text}</span>
  return (
    <span className="desk-alarm">
      ✕ {text}. {say(checkClock)}
    </span>
  )
}
