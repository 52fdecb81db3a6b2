'use client'
/** The page "Kết nối kênh": from the choice of a platform to the choice of what came back. */
import '../../parts/admin.css'
import '../channel.css'
import { Gutter } from '@payloadcms/ui'
import { useSearchParams } from 'next/navigation.js'
import { Problems } from '../../parts/badges'
import { useSay } from '../../parts/words'
import { returnProblems, unknownReturn } from '../words'
import { Candidates } from './candidates'
import { Start } from './start'

export function ConnectView() {
  const say = useSay()
  const parameters = useSearchParams()
  const signIn = parameters.get('signIn')
  const problem = parameters.get('problem')
  return (
    <Gutter className="channel-connect">
      <h1>{say({ vi: 'Kết nối kênh', en: 'Connect a channel' })}</h1>
      <Problems problems={problem ? [{ code: problem, message: returnProblems[problem] ?? unknownReturn }] : []} />
      {signIn ? <Candidates signIn={signIn} /> : <Start />}
    </Gutter>
  )
}
