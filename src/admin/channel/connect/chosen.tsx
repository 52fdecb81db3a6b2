'use client'
import { Badge } from '../../parts/badges'
import { useSay } from '../../parts/words'
import { type ChannelState, channelWords } from '../words'

export type Chosen = { account: string; id: string; name: string; state: ChannelState; problem: string | null }

/** What became of each. */
export function ChosenList({ chosen, returnTo }: { chosen: Chosen[]; returnTo: string | null }) {
  const say = useSay()
  const title = say({ vi: 'Kết quả', en: 'Result' })
  return (
    <section className="desk-panel" aria-label={title} role="status">
      <h2>{title}</h2>
      <ul className="channel-chosen">
        {chosen.map(({ id, name, state, problem }) => (
          <li key={id}>
            <Badge word={channelWords[state]} />{' '}
            <a className="desk-link" href={`/admin/collections/channels/${id}`}>
              {name}
            </a>
            {problem && <span className="desk-small">{problem}</span>}
          </li>
        ))}
      </ul>
      <p>
        <a className="desk-link" href={returnTo ?? '/admin/collections/channels'}>
          {say({ vi: 'Về danh sách kênh', en: 'Back to the channels' })}
        </a>
      </p>
    </section>
  )
}
