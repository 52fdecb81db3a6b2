'use client'
import { useAuth } from '@payloadcms/ui'
import { useId, useState } from 'react'
import { may, type Person } from '@/access/roles'
import { Problems } from '../../parts/badges'
import { type Problem, useRows } from '../../parts/rest'
import { useSay } from '../../parts/words'
import { type Place, PlaceCard } from './place'

type Organization = { id: string; name: string }

/** For which organization, then at which platform. */
export function Start() {
  const say = useSay()
  const { own, isKnown, problems } = useOwnOrganizations()
  const [chosen, choose] = useState<string | null>(null)
  const organization = chosen ?? own.at(0)?.id
  if (isKnown && own.length === 0)
    return <p>{say({ vi: 'Bạn không có quyền kết nối kênh ở cơ quan nào.', en: 'You may connect nowhere.' })}</p>
  return (
    <>
      <Problems problems={problems} />
      {own.length > 1 && <OrganizationField organizations={own} value={organization} onChoose={choose} />}
      {organization && <Places key={organization} organization={organization} />}
    </>
  )
}

/** Where the person may connect; nothing until it is known. */
function useOwnOrganizations(): { own: Organization[]; isKnown: boolean; problems: Problem[] } {
  const { user } = useAuth()
  const person = user as unknown as Person | null
  const { row, problems } = useRows<{ docs: Organization[] }>('/organizations?depth=0&limit=500&sort=name')
  if (!row || !person) return { own: [], isKnown: false, problems }
  return { own: row.docs.filter(({ id }) => may(person, 'connect', id)), isKnown: true, problems }
}

type FieldProps = { organizations: readonly Organization[]; value: string | undefined; onChoose(id: string): void }

function OrganizationField({ organizations, value, onChoose }: FieldProps) {
  const say = useSay()
  const field = useId()
  return (
    <p className="desk-field">
      <label htmlFor={field}>{say({ vi: 'Kênh của cơ quan', en: 'For the organization' })}</label>
      <select id={field} value={value} onChange={(event) => onChoose(event.target.value)}>
        {organizations.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </p>
  )
}

function Places({ organization }: { organization: string }) {
  const { row, problems } = useRows<{ places: Place[] }>(`/channels/connect?organization=${organization}`)
  return (
    <>
      <Problems problems={problems} />
      <ul className="channel-places">
        {row?.places.map((place) => (
          <li key={place.platform}>
            <PlaceCard place={place} organization={organization} />
          </li>
        ))}
      </ul>
    </>
  )
}
