'use client'
import '../parts/admin.css'
import './channel.css'
import { useAuth, useDocumentInfo } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { idOf, may, type Person } from '@/access/roles'
import type { Problem, Profile } from '@/channels/contract'
import { Badge } from '../parts/badges'
import { useRows } from '../parts/rest'
import { ChannelIdentity } from './confirm'
import { ChannelFacts } from './facts'
import { PasteCredentials, type PastedField } from './paste'
import { ChannelVerbs } from './verbs'
import { brokenWord, type ChannelState, channelWords } from './words'

export type ChannelDocument = {
  id: string
  platform: string
  state: ChannelState
  organization: string
  problem?: string | null
  identity?: string | null
  profile?: Profile | null
  confirmedAccount?: string | null
  scopes?: string[] | null
  warnings?: Problem[] | null
  quotaLeft?: number | null
  checkedAt?: string | null
  expiresAt?: string | null
  expiryStage?: number | null
  brokenAt?: string | null
  probeAt?: string | null
  legalNoteAcceptedBy?: string | null
}

/** What the platforms can do, told by the configuration: the admin itself knows no platform. */
export type PlatformFacts = {
  platformsWithLegalNote: readonly string[]
  platformsWithProbe: readonly string[]
  platformsWithSignIn: readonly string[]
  pastedFields: Readonly<Record<string, readonly PastedField[]>>
}

export function ChannelPanel(facts: PlatformFacts) {
  const router = useRouter()
  const { id } = useDocumentInfo()
  const { user } = useAuth()
  const person = user as unknown as Person | null
  const { row, refresh } = useRows<ChannelDocument>(id ? `/channels/${id}?depth=0` : null)
  const done = () => {
    refresh()
    router.refresh()
  }
  if (!row) return null
  return (
    <div className="desk-panel">
      <p className="desk-line">
        <Badge word={wordOf(row)} />
        {!row.profile && row.identity && <span>{row.identity}</span>}
      </p>
      {row.problem && <p className="desk-note">{row.problem}</p>}
      <ChannelIdentity channel={row} onDone={done} />
      <ChannelFacts channel={row} />
      {person && may(person, 'connect', idOf(row.organization)) && (
        <>
          <ChannelVerbs channel={row} facts={facts} person={person} onDone={done} />
          <ChannelCredentials channel={row} facts={facts} onDone={done} />
        </>
      )}
    </div>
  )
}

function wordOf({ state, brokenAt }: ChannelDocument) {
  return state === 'attention' && brokenAt ? brokenWord : channelWords[state]
}

type Props = { channel: ChannelDocument; facts: PlatformFacts; onDone: () => void }

/** Open by itself while the channel has never been connected; folded where signing in is the usual way. */
function ChannelCredentials({ channel, facts, onDone }: Props) {
  const fields = facts.pastedFields[channel.platform]
  if (!fields) return null
  const isOpen = channel.state === 'off' && !facts.platformsWithSignIn.includes(channel.platform)
  return <PasteCredentials channel={channel.id} fields={fields} isOpen={isOpen} onDone={onDone} />
}
