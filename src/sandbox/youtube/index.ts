/** The YouTube look-alike: Data API v3 with resumable upload, sign-in, tokens, a little Analytics, and a page to watch. */
import type { Desk, Lookalike, SandboxAnswer, SandboxRequest } from '../contract'
import { authorize } from './account/access'
import { application } from './account/grants'
import { spendUnits } from './account/quota'
import { openAccount } from './account/tokens'
import { refuse, throttled, tokenDead } from './answers'
import { knobs } from './moods'
import { acts } from './public/acts'
import { wall } from './public/wall'
import { mounts, nameCall, openRoutes, routes } from './routes'

export const lookalike: Lookalike = {
  platform: 'youtube',
  label: 'YouTube',
  mounts,
  application: { GOOGLE_CLIENT_ID: application.clientId, GOOGLE_CLIENT_SECRET: application.clientSecret },
  nameCall,
  handle,
  throttled,
  tokenDead,
  wall,
  acts,
  knobs,
  cutCalls: ['videos.insert.chunk', 'videos.insert.finish'],
  open: (desk, name) => {
    const { id, clientId, clientSecret, refreshToken, accessToken } = openAccount(desk, name)
    const credentials = { clientId, clientSecret, refreshToken, accessToken }
    return { account: id, url: `https://www.youtube.com/channel/${id}`, credentials }
  },
}

async function handle(request: SandboxRequest, desk: Desk): Promise<SandboxAnswer> {
  const key = `${request.method} ${request.path}`
  const open = openRoutes[key]
  if (open) return open.answer(request, desk)
  const route = routes[key]
  if (!route) return refuse({ status: 404, reason: 'notFound', message: `Not Found: ${key}` })
  const access = authorize(request, desk, route.scopes)
  if ('refusal' in access) return access.refusal
  const { channel, client } = access
  return spendUnits(desk, { client, units: route.units }) ?? route.answer(request, { desk, channel, client })
}
