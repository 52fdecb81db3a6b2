'use client'
/** What the signed-in person may connect; those with problems are shown with their reason and cannot be chosen. */
import { Button } from '@payloadcms/ui'
import { useId, useState } from 'react'
import type { Problem, Profile } from '@/channels/contract'
import { Problems } from '../../parts/badges'
import { useAction, useRows } from '../../parts/rest'
import { useSay } from '../../parts/words'
import { ProfileCard } from '../profile-card'
import { type Chosen, ChosenList } from './chosen'

type Candidate = Profile & { problems: Problem[] }

type Found = { platform: string; returnTo: string | null; candidates: Candidate[] }

export function Candidates({ signIn }: { signIn: string }) {
  const say = useSay()
  const [chosen, setChosen] = useState<Chosen[] | null>(null)
  const { row, problems } = useRows<Found>(chosen ? null : `/channels/connect/candidates?signIn=${signIn}`)
  const again = (
    <p>
      <a className="desk-link" href="/admin/collections/channels/connect">
        {say({ vi: 'Kết nối lại từ đầu', en: 'Start again' })}
      </a>
    </p>
  )
  if (chosen) return <ChosenList chosen={chosen} returnTo={row?.returnTo ?? null} />
  return (
    <>
      <Problems problems={problems} />
      {row && <Choosing signIn={signIn} candidates={row.candidates} onChosen={setChosen} />}
      {again}
    </>
  )
}

type Props = { signIn: string; candidates: Candidate[]; onChosen(chosen: Chosen[]): void }

function Choosing({ signIn, candidates, onChosen }: Props) {
  const say = useSay()
  const [accounts, setAccounts] = useState<readonly string[]>([])
  const { isRunning, problems, run } = useAction((answer) => onChosen((answer as { channels: Chosen[] }).channels))
  const turn = (account: string) =>
    setAccounts(accounts.includes(account) ? accounts.filter((one) => one !== account) : [...accounts, account])
  return (
    <fieldset className="channel-choice" aria-busy={isRunning}>
      <legend>
        {say({
          vi: 'Chọn đúng trang của cơ quan: so tên, ảnh, số người theo dõi và địa chỉ.',
          en: 'Choose your own pages: compare name, picture, followers and address.',
        })}
      </legend>
      <ul className="channel-places">
        {candidates.map((candidate) => (
          <li key={candidate.account}>
            <CandidateCard
              candidate={candidate}
              isChosen={accounts.includes(candidate.account)}
              onTurn={() => turn(candidate.account)}
            />
          </li>
        ))}
      </ul>
      <Button
        size="medium"
        margin={false}
        disabled={accounts.length === 0 || isRunning}
        onClick={() => void run('/channels/connect/choose', { signIn, accounts })}
      >
        {say({ vi: `Kết nối ${accounts.length} kênh đã chọn`, en: `Connect the ${accounts.length} chosen` })}
      </Button>
      <Problems problems={problems} />
    </fieldset>
  )
}

type CardProps = { candidate: Candidate; isChosen: boolean; onTurn: () => void }

function CandidateCard({ candidate, isChosen, onTurn }: CardProps) {
  const say = useSay()
  const id = useId()
  const isBlocked = candidate.problems.length > 0
  return (
    <ProfileCard profile={candidate}>
      {isBlocked ? (
        <Problems problems={candidate.problems} />
      ) : (
        <p className="desk-check">
          <input id={id} type="checkbox" checked={isChosen} onChange={onTurn} />
          <label htmlFor={id}>
            {say({ vi: 'Kết nối', en: 'Connect' })} {candidate.name}
          </label>
        </p>
      )}
    </ProfileCard>
  )
}
