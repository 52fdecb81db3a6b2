'use client'
/** What the last check told: warnings first, then until when, how much, what for. */
import type { Problem } from '@/channels/contract'
import { showDay, showHour } from '../parts/hours'
import { useSay } from '../parts/words'
import type { ChannelDocument } from './panel'

export function ChannelFacts({ channel }: { channel: ChannelDocument }) {
  const say = useSay()
  const { quotaLeft, scopes, warnings, checkedAt, expiresAt, probeAt } = channel
  return (
    <>
      <ExpiryBanner channel={channel} />
      <Warnings warnings={warnings ?? []} />
      <dl className="channel-facts">
        <Fact term={say({ vi: 'Kiểm tra lúc', en: 'Checked at' })}>{checkedAt ? showHour(checkedAt) : null}</Fact>
        <Fact term={say({ vi: 'Tự thử lại lúc', en: 'Asked again at' })}>{probeAt ? showHour(probeAt) : null}</Fact>
        <Fact term={say({ vi: 'Kết nối còn đến', en: 'Connected until' })}>
          {expiresAt ? showDay(expiresAt) : null}
        </Fact>
        <Fact term={say({ vi: 'Hạn mức còn lại', en: 'Quota left' })}>{quotaLeft ?? null}</Fact>
        <Fact term={say({ vi: 'Quyền đã cấp', en: 'Permissions' })}>
          {scopes && scopes.length > 0 ? scopes.join(', ') : null}
        </Fact>
      </dl>
    </>
  )
}

/** Nothing is shown where the platform tells nothing. */
function Fact({ term, children }: { term: string; children: React.ReactNode }) {
  if (children === null) return null
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function ExpiryBanner({ channel: { expiresAt, expiryStage } }: { channel: ChannelDocument }) {
  const say = useSay()
  if (!expiresAt || !expiryStage) return null
  const days = Math.max(0, Math.ceil((new Date(expiresAt).getTime() - Date.now()) / 86_400_000))
  return (
    <p className="channel-banner" role="status">
      <strong>
        {say({ vi: `Kết nối sẽ hết hiệu lực sau ${days} ngày`, en: `The connection ends in ${days} days` })} (
        {showDay(expiresAt)}).
      </strong>{' '}
      {say({ vi: 'Hãy kết nối lại trước ngày đó.', en: 'Reconnect before that day.' })}
    </p>
  )
}

function Warnings({ warnings }: { warnings: readonly Problem[] }) {
  const say = useSay()
  if (warnings.length === 0) return null
  return (
    <section aria-label={say({ vi: 'Cảnh báo', en: 'Warnings' })}>
      <ul className="channel-warnings">
        {warnings.map(({ code, message }) => (
          <li key={code}>{message}</li>
        ))}
      </ul>
    </section>
  )
}
