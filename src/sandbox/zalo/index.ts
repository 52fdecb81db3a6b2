import { createHmac } from 'node:crypto'
import type { Desk, Lookalike, SandboxAnswer, SandboxRequest } from '../contract'
import { acts } from './acts'
import { failed, throttled, tokenDead, withinLimit } from './answers'
import { createArticle, removeArticle, updateArticle, verifyArticle, type Asked } from './articles'
import { listSlice, readAccount, readDetail } from './articles/reading'
import { saveSetting, showConsole } from './console'
import { knobs } from './knobs'
import { readQuota, sendBroadcast, tellPerson } from './messages'
import { givePermission, showPermission } from './oauth/permission'
import { giveToken } from './oauth/tokens'
import { APPLICATION, findAccountByToken, openAccount, type Account } from './state'
import { prepareVideo, verifyVideo } from './videos'
import { wall } from './wall'

export const lookalike: Lookalike = {
  platform: 'zalo',
  label: 'Zalo',
  mounts: {
    ZALO_OPENAPI_URL: '/zalo/openapi',
    ZALO_OAUTH_URL: '/zalo/oauth',
    ZALO_CONSOLE_URL: '/zalo/console',
  },
  application: { ZALO_APP_ID: APPLICATION.appId, ZALO_APP_SECRET: APPLICATION.appSecret },
  nameCall: ({ method, path }) => {
    const route = `${method} ${path}`
    return (open[route] ?? routes[route])?.call ?? 'unknown'
  },
  handle,
  throttled,
  tokenDead,
  wall,
  acts,
  knobs,
  open: (desk, name) => {
    const { id, accessToken, refreshToken, appId, appSecret } = openAccount(desk, name)
    return { account: id, url: `https://zalo.me/${id}`, credentials: { accessToken, refreshToken, appId, appSecret } }
  },
}

type OpenRoute = {
  call: string
  answer: (request: SandboxRequest, desk: Desk) => SandboxAnswer | Promise<SandboxAnswer>
}
type Route = { call: string; answer: (asked: Asked) => SandboxAnswer | Promise<SandboxAnswer> }

/** What asks for no access token: signing in, and the application's console. */
const open: Readonly<Record<string, OpenRoute>> = {
  'POST /v4/oa/access_token': { call: 'token.renew', answer: giveToken },
  'GET /v4/oa/permission': { call: 'permission.show', answer: showPermission },
  'POST /v4/oa/permission': { call: 'permission.give', answer: givePermission },
  'GET /': { call: 'console.show', answer: (_request, desk) => showConsole(desk) },
  'POST /webhook': { call: 'console.webhook', answer: (request, desk) => saveSetting('webhook', request, desk) },
  'POST /callback': { call: 'console.callback', answer: (request, desk) => saveSetting('callback', request, desk) },
}

const routes: Readonly<Record<string, Route>> = {
  'POST /v2.0/article/create': { call: 'article.create', answer: createArticle },
  'POST /v2.0/article/update': { call: 'article.update', answer: updateArticle },
  'POST /v2.0/article/verify': { call: 'article.verify', answer: verifyArticle },
  'POST /v2.0/article/remove': { call: 'article.remove', answer: removeArticle },
  'GET /v2.0/article/getslice': { call: 'article.list', answer: listSlice },
  'GET /v2.0/article/getdetail': { call: 'article.read', answer: readDetail },
  'POST /v2.0/article/upload_video/preparevideo': { call: 'video.upload', answer: prepareVideo },
  'GET /v2.0/article/upload_video/verify': { call: 'video.verify', answer: verifyVideo },
  'POST /v2.0/oa/message': { call: 'oa.broadcast', answer: sendBroadcast },
  'POST /v3.0/oa/message/cs': { call: 'oa.tell', answer: tellPerson },
  'POST /v2.0/oa/quota/message': { call: 'oa.quota', answer: readQuota },
  'GET /v2.0/oa/getoa': { call: 'account.read', answer: readAccount },
}

async function handle(request: SandboxRequest, desk: Desk): Promise<SandboxAnswer> {
  const name = `${request.method} ${request.path}`
  const free = open[name]
  if (free) return free.answer(request, desk)
  const route = routes[name]
  return route ? withinLimit(desk, () => asAccount(route, request, desk)) : { status: 404, body: 'Not Found' }
}

async function asAccount(route: Route, request: SandboxRequest, desk: Desk): Promise<SandboxAnswer> {
  const account = findAccountByToken(desk, request.headers['access_token'] ?? '')
  if (!account) return tokenDead()
  if (!isProven(account, request)) return failed(-242, 'appsecret_proof is invalid')
  return route.answer({ account, request, desk })
}

/** Checked only when it is sent. */
function isProven({ appSecret }: Account, { headers }: SandboxRequest): boolean {
  const proof = headers['appsecret_proof']
  if (proof === undefined) return true
  const token = headers['access_token'] ?? ''
  return proof === createHmac('sha256', appSecret).update(token).digest('hex')
}
