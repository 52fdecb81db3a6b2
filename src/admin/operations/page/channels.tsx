'use client'
import { Badge } from '../../parts/badges'
import { showDay, showHour } from '../../parts/hours'
import { type Mood, usePlatformName, useSay, type Word } from '../../parts/words'
import type { Truth } from './truth'

type Channel = Truth['channels'][number]

const stateWords: Readonly<Record<Channel['state'], Word & { sign: string; mood: Mood }>> = {
  connected: { vi: 'Đã kết nối', en: 'Connected', sign: '✓', mood: 'good' },
  attention: { vi: 'Cần kết nối lại', en: 'Reconnect', sign: '!', mood: 'warning' },
  paused: { vi: 'Tạm dừng', en: 'Paused', sign: '‖', mood: 'waiting' },
  off: { vi: 'Chưa kết nối', en: 'Not connected', sign: '–', mood: 'quiet' },
}

const brokenWord = { vi: 'Tạm ngừng gửi', en: 'Left alone', sign: '!', mood: 'bad' } as const

export function ChannelsPart({ channels }: { channels: readonly Channel[] }) {
  const say = useSay()
  const title = say({ vi: 'Kênh', en: 'Channels' })
  const heads = [
    { vi: 'Kênh', en: 'Channel' },
    { vi: 'Tình trạng', en: 'State' },
    { vi: 'Bài lên gần nhất', en: 'Last post live' },
    { vi: 'Kết nối đến', en: 'Connection until' },
  ].map(say)
  return (
    <section className="desk-panel" aria-label={title}>
      <h2>{title}</h2>
      <table className="desk-table">
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
          {channels.map((channel) => (
            <ChannelLine key={channel.id} channel={channel} heads={heads} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function ChannelLine({ channel, heads }: { channel: Channel; heads: readonly string[] }) {
  const say = useSay()
  const platform = usePlatformName()(channel.platform)
  const { id, name, state, problem, lastGoodAt, easedUntil, broken } = channel
  return (
    <tr>
      <td data-head={heads[0]}>
        <a className="desk-link" href={`/admin/collections/channels/${id}`}>
          {name}
        </a>
        <span className="desk-small">{platform}</span>
      </td>
      <td data-head={heads[1]}>
        <Badge word={broken ? brokenWord : stateWords[state]} />
        {problem && <span className="desk-small">{problem}</span>}
        {broken?.probeAt && (
          <span className="desk-small">
            {say({ vi: 'Tự thử lại lúc', en: 'Asked again at' })} {showHour(broken.probeAt)}
          </span>
        )}
        {easedUntil && (
          <span className="desk-small">
            {say({ vi: 'Nền tảng yêu cầu chậm lại đến', en: 'Slowed down by the platform until' })}{' '}
            {showHour(easedUntil)}
          </span>
        )}
      </td>
      <td data-head={heads[2]}>{lastGoodAt ? showHour(lastGoodAt) : say({ vi: 'chưa có', en: 'none yet' })}</td>
      <td data-head={heads[3]}>
        <Expiry channel={channel} />
      </td>
    </tr>
  )
}

const SOON_DAYS = 7

function Expiry({ channel: { expiresAt, daysLeft } }: { channel: Channel }) {
  const say = useSay()
  if (expiresAt === null || daysLeft === null) return <>{say({ vi: 'không có hạn', en: 'no end known' })}</>
  const left = say(wordOfDays(daysLeft))
  return (
    <>
      {showDay(expiresAt)} <span className={daysLeft <= SOON_DAYS ? 'desk-alarm' : 'desk-small'}>{left}</span>
    </>
  )
}

function wordOfDays(daysLeft: number): Word {
  if (daysLeft < 0) return { vi: 'đã hết hạn', en: 'ended' }
  if (daysLeft < 1) return { vi: 'còn chưa đầy một ngày', en: 'less than a day left' }
  return { vi: `còn ${daysLeft} ngày`, en: `${daysLeft} days left` }
}
