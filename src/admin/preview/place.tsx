'use client'
/** One place: the post roughly as it will look there, how full its texts are, and what stands against it. */
import type { TextCount } from '@/channels/contract'
import type { Preview } from '@/engine/desk/preview'
import { useSay } from '../parts/words'
import { PostPart } from './post'
import { showNumber, textWord, units } from './words'

export function PlacePart({ place }: { place: Preview }) {
  const say = useSay()
  return (
    <div className="preview-place">
      <div className="preview-stage">
        {place.draft ? (
          <PostPart place={place} draft={place.draft} />
        ) : (
          <p className="desk-note">{say(withoutDraft)}</p>
        )}
      </div>
      <div className="preview-facts">
        <p className="desk-small">{place.channel ? place.channel.name : say(withoutChannel)}</p>
        <ProblemList place={place} />
        <ul className="preview-counts">
          {place.counts.map((count) => (
            <Counter key={count.name} count={count} />
          ))}
        </ul>
      </div>
    </div>
  )
}

function ProblemList({ place: { problems } }: { place: Preview }) {
  const say = useSay()
  if (problems.length === 0)
    return <p className="preview-fine">✓ {say({ vi: 'Đăng được ở đây.', en: 'It can go out here.' })}</p>
  return (
    <ul className="desk-problems">
      {problems.map(({ code, message }, index) => (
        <li key={`${code}-${index}`}>{message}</li>
      ))}
    </ul>
  )
}

function Counter({ count: { name, used, max, unit } }: { count: TextCount }) {
  const say = useSay()
  const over = used - max
  return (
    <li className={over > 0 ? 'preview-count preview-count--over' : 'preview-count'}>
      <span>
        {say(textWord(name))}: {showNumber(used)}/{showNumber(max)} {say(units[unit])}
        {over > 0 && `, ${say({ vi: 'quá', en: 'over by' })} ${showNumber(over)}`}
      </span>
      <span className="preview-bar" aria-hidden="true">
        <span style={{ width: `${Math.min(100, (used / max) * 100)}%` }} />
      </span>
    </li>
  )
}

const withoutDraft = {
  vi: 'Chưa dựng được bản cho nền tảng này; hãy sửa các tùy chọn trước.',
  en: 'No draft for this platform yet; mend its options first.',
}

const withoutChannel = {
  vi: 'Cơ quan chưa có kênh ở nền tảng này.',
  en: 'The organization has no channel there yet.',
}
