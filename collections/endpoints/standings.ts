import type { Endpoint } from 'payload'
import { engineOf } from '@/engine'
import { readStandings } from '@/engine/standings'
import { get, requirePerson } from './answer'

/** How the quotas that this person may see stand; `?plan=` narrows it to one plan. */
export const standingsEndpoint: Endpoint = get('/standings', async (request) => {
  requirePerson(request)
  const plan = request.searchParams.get('plan')
  const { docs } = await request.payload.find({
    collection: 'quotas',
    where: plan ? { plan: { equals: plan } } : {},
    depth: 0,
    pagination: false,
    overrideAccess: false,
    user: request.user,
  })
  return { standings: await readStandings(engineOf(request.payload), docs as never) }
})
