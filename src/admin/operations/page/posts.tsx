'use client'
import { StateBadge } from '../../parts/badges'
import { showHour } from '../../parts/hours'
import { useNumbers, usePlatformName, useSay, type Word } from '../../parts/words'
import { ItemLine } from './item-line'
import type { Truth } from './truth'

type Post = Truth['troubled'][number]

type Props = { title: Word; none: Word; posts: readonly Post[]; channels: Truth['channels'] }

/** Every post with its reason in plain words, the platform's own code for whoever opens it, and the way to it. */
export function PostsPart({ title, none, posts, channels }: Props) {
  const say = useSay()
  const numbers = useNumbers()
  const names = new Map(channels.map(({ id, name }) => [id, name]))
  return (
    <section className="desk-panel" aria-label={say(title)}>
      <h2>
        {say(title)} {posts.length > 0 && `(${numbers(posts.length)})`}
      </h2>
      {posts.length === 0 && <p className="desk-note">{say(none)}</p>}
      <ul className="desk-list">
        {posts.map((post) => (
          <li key={post.id}>
            <PostLine post={post} channel={names.get(post.channel) ?? ''} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function PostLine({ post, channel }: { post: Post; channel: string }) {
  const say = useSay()
  const platform = usePlatformName()(post.platform)
  return (
    <>
      <ItemLine badge={<StateBadge state={post.state} />} href={`/admin/collections/publications/${post.id}`}>
        {post.title}
      </ItemLine>
      {post.message && <p>{post.message}</p>}
      <span className="desk-small">
        {platform}
        {channel && `, ${channel}`} · {say({ vi: 'giờ đăng', en: 'due' })} {showHour(post.dueAt)}
      </span>
      {post.code && (
        <details className="desk-small">
          <summary>{say({ vi: 'Chi tiết kỹ thuật', en: 'Technical detail' })}</summary>
          {post.code}
          {post.because && ` · ${post.because}`} · {say({ vi: 'đổi lúc', en: 'changed at' })} {showHour(post.changedAt)}
        </details>
      )}
    </>
  )
}
