'use client'
import '../parts/admin.css'
import { Button, useAuth } from '@payloadcms/ui'
import { organizationsFor, type Person } from '@/access/roles'
import { useSay } from '../parts/words'

/** Above the list of channels, for those who may connect one. */
export function ConnectButton() {
  const say = useSay()
  const { user } = useAuth()
  const person = user as unknown as Person | null
  if (!person || (!person.systemAdmin && organizationsFor(person, 'connect').length === 0)) return null
  return (
    <p className="desk-line">
      <Button el="link" size="medium" margin={false} to="/admin/collections/channels/connect">
        {say({ vi: 'Kết nối kênh', en: 'Connect a channel' })}
      </Button>
    </p>
  )
}
