'use client'
import './operations.css'
import { useAuth } from '@payloadcms/ui'
import Link from 'next/link.js'
import { usePathname } from 'next/navigation.js'
import { organizationsFor, type Person } from '@/access/roles'
import { useSay } from '../parts/words'

const PATH = '/admin/van-hanh'

/** First in the navigation, for those whose duty it is to look. */
export function TruthLink() {
  const say = useSay()
  const path = usePathname()
  const { user } = useAuth()
  const person = user as unknown as Person | null
  if (!person || !(person.systemAdmin || organizationsFor(person, 'oversee').length > 0)) return null
  return (
    <Link className="nav__link desk-nav" href={PATH} {...(path === PATH ? { 'aria-current': 'page' } : {})}>
      <span className="nav__link-label">{say({ vi: 'Vận hành', en: 'Operations' })}</span>
    </Link>
  )
}
