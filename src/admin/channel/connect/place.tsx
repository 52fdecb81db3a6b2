'use client'
/** One platform: what has to be done in its own console, and the way to its login. */
import { Button } from '@payloadcms/ui'
import { useState } from 'react'
import { Problems } from '../../parts/badges'
import { useAction } from '../../parts/rest'
import { useSay, type Word } from '../../parts/words'
import { legalNote } from '../words'

export type Place = {
  platform: string
  label: string
  description: string
  needsLegalNote: boolean
  signIn: {
    redirectUri: string
    instructions: readonly string[]
    keys: { name: string; variable: string | null }[]
    application: 'organization' | 'above' | 'environment' | null
  } | null
}

type SignIn = NonNullable<Place['signIn']>

export function PlaceCard({ place, organization }: { place: Place; organization: string }) {
  const say = useSay()
  const { label, description, needsLegalNote, signIn } = place
  return (
    <section className="desk-panel" aria-label={label}>
      <h2>{label}</h2>
      <p>{description}</p>
      {needsLegalNote && <p className="channel-banner">{say(legalNote)}</p>}
      {signIn ? <SignInPart place={place} signIn={signIn} organization={organization} /> : <PastePart />}
    </section>
  )
}

function PastePart() {
  const say = useSay()
  return (
    <>
      <p>
        {say({
          vi: 'Nền tảng này không có đăng nhập: hãy tạo kênh, dán thông tin kết nối, rồi bấm Kiểm tra kết nối.',
          en: 'There is no sign-in here: make a channel, paste the credentials, then check the connection.',
        })}
      </p>
      <Button el="link" size="medium" margin={false} buttonStyle="secondary" to="/admin/collections/channels/create">
        {say({ vi: 'Tạo kênh', en: 'Make a channel' })}
      </Button>
    </>
  )
}

const sources: Readonly<Record<NonNullable<SignIn['application']>, Word>> = {
  organization: { vi: 'Đã có khóa ứng dụng của cơ quan.', en: 'The organization’s application keys are there.' },
  above: { vi: 'Dùng khóa ứng dụng của cơ quan cấp trên.', en: 'The keys of the organization above are used.' },
  environment: { vi: 'Dùng khóa ứng dụng chung của hệ thống.', en: 'The keys of the whole installation are used.' },
}

function SignInPart({ place, signIn, organization }: { place: Place; signIn: SignIn; organization: string }) {
  const say = useSay()
  const { isRunning, problems, run } = useAction((answer) =>
    window.location.assign((answer as { address: string }).address),
  )
  const { application } = signIn
  const start = () => void run('/channels/connect', { platform: place.platform, organization })
  return (
    <div aria-busy={isRunning}>
      {application ? <p>✓ {say(sources[application])}</p> : <MissingKeys signIn={signIn} />}
      <details open={!application}>
        <summary>{say({ vi: 'Việc cần làm ở trang của nền tảng', en: 'What to do at the platform' })}</summary>
        <ol>
          {signIn.instructions.map((instruction) => (
            <li key={instruction}>{instruction}</li>
          ))}
        </ol>
        <RedirectAddress address={signIn.redirectUri} />
      </details>
      <Button size="medium" margin={false} disabled={!application || isRunning} onClick={start}>
        {say({ vi: `Đăng nhập ${place.label}`, en: `Sign in at ${place.label}` })}
      </Button>
      <Problems problems={problems} />
    </div>
  )
}

function MissingKeys({ signIn: { keys } }: { signIn: SignIn }) {
  const say = useSay()
  const shape = `{${keys.map(({ name }) => `"${name}": "…"`).join(', ')}}`
  return (
    <p className="channel-banner">
      {say({ vi: 'Chưa có khóa ứng dụng. Nhập', en: 'The application keys are missing. Enter' })} <code>{shape}</code>{' '}
      {say({ vi: 'ở mục', en: 'under' })}{' '}
      <a className="desk-link" href="/admin/collections/applications/create">
        {say({ vi: 'Khóa ứng dụng', en: 'Applications' })}
      </a>
      .
    </p>
  )
}

function RedirectAddress({ address }: { address: string }) {
  const say = useSay()
  const [isCopied, setCopied] = useState(false)
  const copy = () => void navigator.clipboard.writeText(address).then(() => setCopied(true))
  return (
    <div className="channel-address">
      <span>
        {say({ vi: 'Địa chỉ chuyển hướng (redirect) cần khai đúng từng chữ:', en: 'The exact redirect address:' })}
      </span>
      <code>{address}</code>
      <Button size="small" margin={false} buttonStyle="secondary" onClick={copy}>
        {say({ vi: 'Chép địa chỉ', en: 'Copy' })}
      </Button>
      <span role="status">{isCopied && say({ vi: 'Đã chép', en: 'Copied' })}</span>
    </div>
  )
}
