'use client'
import { Badge } from '../../parts/badges'
import { showHour } from '../../parts/hours'
import { useNumbers, useSay } from '../../parts/words'
import { ItemLine } from './item-line'
import type { Truth } from './truth'

type Props = { owed: Truth['owed']; channels: Truth['channels'] }

const stages = {
  'by-hand': { vi: 'Phải gỡ bằng tay', en: 'By hand', sign: '✕', mood: 'bad' },
  failed: { vi: 'Chưa gỡ được', en: 'Still up', sign: '✕', mood: 'bad' },
} as const

const owedWord = { vi: 'Chưa đăng đủ', en: 'Owed', sign: '!', mood: 'warning' } as const
const lateWord = { vi: 'Quá hạn', en: 'Overdue', sign: '✕', mood: 'bad' } as const

/** Nothing is shown where nothing is owed: this is not a list to be looked through every day. */
export function OwedPart({ owed: { recalls, corrections }, channels }: Props) {
  const say = useSay()
  const numbers = useNumbers()
  const title = say({ vi: 'Thu hồi và cải chính chưa xong', en: 'Recalls and corrections not done' })
  if (recalls.length + corrections.length === 0) return null
  const names = new Map(channels.map(({ id, name }) => [id, name]))
  return (
    <section className="desk-panel" aria-label={title}>
      <h2>
        {title} ({numbers(recalls.length + corrections.length)})
      </h2>
      <ul className="desk-list">
        {recalls.map((post) => (
          <li key={post.id}>
            <RecallLine post={post} channel={names.get(post.channel) ?? ''} />
          </li>
        ))}
        {corrections.map((correction) => (
          <li key={correction.id}>
            <CorrectionLine correction={correction} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function RecallLine({ post, channel }: { post: Truth['owed']['recalls'][number]; channel: string }) {
  const say = useSay()
  return (
    <>
      <ItemLine badge={<Badge word={stages[post.stage]} />} href={`/admin/collections/publications/${post.id}`}>
        {post.title}
      </ItemLine>
      {post.message && <p>{post.message}</p>}
      <span className="desk-small">
        {channel}
        {post.since && ` · ${say({ vi: 'thu hồi lúc', en: 'recalled at' })} ${showHour(post.since)}`}
      </span>
    </>
  )
}

function CorrectionLine({ correction }: { correction: Truth['owed']['corrections'][number] }) {
  const say = useSay()
  return (
    <>
      <ItemLine badge={<Badge word={correction.isLate ? lateWord : owedWord} />} href={correction.link}>
        {say({ vi: 'Cải chính cho', en: 'Correction of' })} “{correction.title}”
      </ItemLine>
      <span className="desk-small">
        {say({ vi: 'hạn', en: 'due' })} {showHour(correction.dueAt)}
      </span>
    </>
  )
}
