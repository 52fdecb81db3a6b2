'use client'
/** "Đúng trang này?": nothing goes out before a person has compared. */
import { Button, useAuth } from '@payloadcms/ui'
import { idOf, may, type Person } from '@/access/roles'
import { Problems } from '../parts/badges'
import { useAction } from '../parts/rest'
import { useSay } from '../parts/words'
import type { ChannelDocument } from './panel'
import { ProfileCard } from './profile-card'

export function ChannelIdentity({ channel, onDone }: { channel: ChannelDocument; onDone: () => void }) {
  const { profile, confirmedAccount } = channel
  if (!profile) return null
  if (profile.account === confirmedAccount) return <ProfileCard profile={profile} />
  return <Confirmation channel={channel} profile={profile} onDone={onDone} />
}

type Props = { channel: ChannelDocument; profile: NonNullable<ChannelDocument['profile']>; onDone: () => void }

function Confirmation({ channel, profile, onDone }: Props) {
  const say = useSay()
  const { user } = useAuth()
  const { isRunning, problems, run } = useAction(onDone)
  const person = user as unknown as Person | null
  const isTheirs = person !== null && may(person, 'connect', idOf(channel.organization))
  const title = say({ vi: 'Đúng trang này?', en: 'Is this the right page?' })
  const confirm = () => void run(`/channels/${channel.id}/confirm`, { account: profile.account })
  return (
    <section className="channel-confirm" aria-label={title} aria-busy={isRunning}>
      <h3>{title}</h3>
      <ProfileCard profile={profile} />
      <p>
        {say({
          vi: 'Hãy so tên, ảnh, số người theo dõi và địa chỉ với trang của cơ quan. Chưa xác nhận thì chưa có gì được đăng.',
          en: 'Compare name, picture, followers and address with the page you mean. Nothing is posted before you confirm.',
        })}
      </p>
      {isTheirs && (
        <Button size="medium" margin={false} disabled={isRunning} onClick={confirm}>
          {say({ vi: 'Đúng, đây là trang của cơ quan', en: 'Yes, this is our page' })}
        </Button>
      )}
      <Problems problems={problems} />
    </section>
  )
}
