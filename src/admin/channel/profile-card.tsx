'use client'
/** The page or account as the platform tells it, large enough to be compared with the one that is meant. */
import './channel.css'
import type { Profile } from '@/channels/contract'
import { OutsideLink } from '../parts/badges'
import { useSay } from '../parts/words'

const numbers = new Intl.NumberFormat('vi-VN')

export function ProfileCard({ profile, children }: { profile: Profile; children?: React.ReactNode }) {
  const say = useSay()
  const { name, account, url, followers, verified } = profile
  return (
    <div className="channel-card">
      <Portrait profile={profile} />
      <div className="channel-card__text">
        <p className="channel-card__name">
          {name} {verified && <VerifiedMark />}
        </p>
        <p>
          {followers === null
            ? say({ vi: 'Nền tảng không cho biết số người theo dõi', en: 'The platform does not tell the followers' })
            : `${numbers.format(followers)} ${say({ vi: 'người theo dõi', en: 'followers' })}`}
          {verified === false && ` · ${say({ vi: 'chưa có dấu xác minh', en: 'not verified' })}`}
        </p>
        <p className="desk-small">
          {say({ vi: 'Mã', en: 'Id' })} {account}
        </p>
        {url && (
          <p className="desk-small">
            <OutsideLink url={url} label={`${say({ vi: 'Mở trang', en: 'Open' })}: ${name}`}>
              {url}
            </OutsideLink>
          </p>
        )}
        {children}
      </div>
    </div>
  )
}

function VerifiedMark() {
  const say = useSay()
  return (
    <span className="desk-badge desk-badge--good">
      <span aria-hidden="true">✓</span> {say({ vi: 'Đã xác minh', en: 'Verified' })}
    </span>
  )
}

/** Only the web's own schemes; without a picture the first letter stands in. */
function Portrait({ profile: { name, picture } }: { profile: Profile }) {
  if (picture && /^https?:\/\//.test(picture))
    return <img className="channel-card__picture" src={picture} alt="" referrerPolicy="no-referrer" />
  return (
    <span className="channel-card__picture" aria-hidden="true">
      {[...name][0]?.toUpperCase()}
    </span>
  )
}
